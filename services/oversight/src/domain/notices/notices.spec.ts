import { specificationOf, type By } from '@baogong/decider';
import { isContactless, toldTo, type Standing } from './contactless.js';
import { notices, type Notice, type NoticesCommand, type NoticesEvent } from './notices.js';

const { given } = specificationOf(notices);
const at = '2026-04-15T02:00:00.000Z';
const system: By = { actor: 'system', role: 'system', organisation: 'system', households: [] };
const community = 'd-pudong/s-weifang/c-y';
const building = `${community}/b-07`;
const notice: Notice = {
  noticeId: 'n1',
  territory: community,
  change: { kind: 'posture', posture: 'lockdown', incident: 'epidemic' },
  buildings: [{ place: building, contactless: true }],
};
const post = (more: Partial<Notice> = {}): NoticesCommand => ({
  ...{ type: 'PostNotice', at, by: system },
  data: { ...notice, ...more },
});
const posted: NoticesEvent = { type: 'NoticePosted', at, data: notice };

describe('a notice to the buildings of a community', () => {
  it('S28: tells what has changed and how goods come to each building from now on', () =>
    given().when(post()).then(posted));
  it('is posted once', () => given(posted).when(post()).thenNothing());
  it('S28: is posted for each change', () =>
    given(posted)
      .when(post({ noticeId: 'n2' }))
      .then({ ...posted, data: { ...notice, noticeId: 'n2' } }));
});

describe('goods come without contact', () => {
  const standing = (territory: string, more: Partial<Standing>): Standing => ({ territory, ...more });
  it('S28: in a lockdown, and where the risk is high', () => {
    expect(isContactless(building, [])).toBe(false);
    expect(isContactless(building, [standing('d-pudong', { posture: 'lockdown' })])).toBe(true);
    expect(isContactless(building, [standing('d-pudong', { posture: 'alert' })])).toBe(false);
    expect(isContactless(building, [standing(building, { risk: 'high' })])).toBe(true);
    expect(isContactless(`${community}/b-08`, [standing(building, { risk: 'high' })])).toBe(false);
  });
  it('as the nearest place above says', () => {
    const lockdown = standing('d-pudong', { posture: 'lockdown' });
    const reopened = standing(community, { posture: 'recovery' });
    expect(isContactless(building, [lockdown, reopened])).toBe(false);
    expect(isContactless('d-pudong/s-weifang/c-z/b-01', [lockdown, reopened])).toBe(true);
    const calm = standing(community, { risk: 'low' });
    expect(isContactless(building, [lockdown, calm])).toBe(true);
  });
});

describe('who is told', () => {
  const places = [building, `${community}/b-08`, 'd-pudong/s-weifang/c-z/l-3'];
  it('S28: every building and lane below, community by community', () => {
    const told = toldTo(places, { territory: 'd-pudong', standings: [{ territory: 'd-pudong', posture: 'lockdown' }] });
    expect(told).toEqual([
      { territory: community, buildings: places.slice(0, 2).map((place) => ({ place, contactless: true })) },
      { territory: 'd-pudong/s-weifang/c-z', buildings: [{ place: places[2], contactless: true }] },
    ]);
  });
  it('S28: one building alone, where the change is its own', () =>
    expect(toldTo(places, { territory: building, standings: [] })).toEqual([
      { territory: community, buildings: [{ place: building, contactless: false }] },
    ]));
  it('nobody for whom a nearer place has spoken: nothing changed for them', () => {
    const standings = [
      { territory: 'd-pudong', posture: 'lockdown' },
      { territory: community, posture: 'recovery' },
    ];
    const told = toldTo(places, { territory: 'd-pudong', standings, about: 'posture' });
    expect(told.map(({ territory }) => territory)).toEqual(['d-pudong/s-weifang/c-z']);
  });
});
