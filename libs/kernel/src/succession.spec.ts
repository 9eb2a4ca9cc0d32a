import { chainAt, versionAt, type Standing } from './succession.js';

const d = 'd-pudong';
const c = `${d}/s-weifang/c-y`;
const day = (n: number) => `2026-04-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const standing = (version: number, more: Partial<Standing> = {}): Standing => ({
  ...{ version, territory: d, parentVersion: 0, keeps: [], effectiveFrom: day(1) },
  ...more,
});
const chain = (all: Standing[], place = c, at = day(10)) => chainAt(all, place, at).map(({ version }) => version);

describe('which version is in force', () => {
  it('is none before any', () => expect(versionAt([], c, day(10))).toBe(0));

  it('is the newest whose time has come, and the one before it when its time is over', () => {
    const all = [standing(1), standing(2, { effectiveFrom: day(5), effectiveTo: day(20) })];
    expect([day(4), day(5), day(19), day(20)].map((at) => versionAt(all, c, at))).toEqual([1, 2, 2, 1]);
  });

  it('comes down to a place, and to nothing beside it', () => {
    const all = [standing(1), standing(2, { territory: c, parentVersion: 1 })];
    expect(chain(all)).toEqual([1, 2]);
    expect(chain(all, `${c}/b-07`)).toEqual([1, 2]);
    expect(chain(all, `${c}y`)).toEqual([1]);
    expect(chain(all, d)).toEqual([1]);
    expect(chain(all, 'd-other')).toEqual([]);
  });

  it('S48: is made under the one above it, and falls with it unless that is taken over', () => {
    const below = standing(2, { territory: c, parentVersion: 1 });
    expect(chain([standing(1), below, standing(3, { effectiveFrom: day(5) })])).toEqual([3]);
    expect(chain([standing(1), below, standing(3, { effectiveFrom: day(5), keeps: [2] })])).toEqual([3, 2]);
    expect(chain([standing(1), below, standing(3, { effectiveFrom: day(11) })])).toEqual([1, 2]);
  });

  it('does not depend on the order in which versions are known', () => {
    const all = [standing(1), standing(2, { territory: c, parentVersion: 1 }), standing(3, { keeps: [2] })];
    expect(chain([...all].reverse())).toEqual(chain(all));
  });
});
