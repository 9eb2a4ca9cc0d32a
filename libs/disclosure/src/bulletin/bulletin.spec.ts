import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, sealBulletin, type BulletinContent, type BulletinPage } from './page.js';
import { renderBulletin } from './render.js';
import { verifyBulletins } from './verify.js';

const content: BulletinContent = {
  arrivals: [
    {
      ...{ item: 'Vegetable bag <5 kg>', itemClass: 'food', supplier: 'gp-1' },
      ...{ offered: 1200, dispatched: 1200, arrived: 1200, accepted: 1180 },
    },
  ],
  shares: [{ item: 'Vegetable bag', itemClass: 'food', requested: 1350, granted: 1180, handedOver: null }],
  orders: { requested: 1350, granted: 1180, shorted: 170, unserved: 150, handedOver: null },
  rules: {
    ...{ matrixVersion: 1, posture: 'lockdown', risk: 'high', policyVersion: 1, accepted: [] },
    rejected: [{ organisation: 'pf-y', count: 3 }],
  },
  refusals: [{ organisation: 'pf-y', count: 12 }],
  breaches: [],
  cases: { opened: 8, closed: null, open: 6 },
};
const territory = 'd-pudong/s-weifang/c-y';

function chain(days: number): BulletinPage[] {
  const pages: BulletinPage[] = [];
  for (let index = 0; index < days; index += 1) {
    const before = pages.at(-1);
    const day = `2026-04-${String(10 + index)}`;
    const previous = before ? { day: before.day, digest: before.digest } : null;
    pages.push(sealBulletin({ territory, day, madeAt: `${day}T16:00:00.000Z`, previous, content }));
  }
  return pages;
}

const pages = chain(4);
const asJson = (all: BulletinPage[]) => all.map((page) => ({ source: page.day, text: JSON.stringify(page) }));
const faultsOf = (files: { source: string; text: string }[]) =>
  verifyBulletins(files).findings.map(({ source, fault }) => [source, fault]);

describe('the daily bulletin', () => {
  it('N17 S79: is checked from its pages alone, as data or printed, in any order and language', () => {
    const printed = pages.map((page, index) => ({
      source: page.day,
      text: renderBulletin(page, index % 2 ? 'zh' : 'en'),
    }));
    const expected = {
      findings: [],
      chains: [
        { territory, from: '2026-04-10', to: '2026-04-13', pages: 4, head: pages[3]!.digest, fromTheBeginning: true },
      ],
    };
    expect(verifyBulletins(asJson(pages).reverse())).toEqual(expected);
    expect(verifyBulletins(printed)).toEqual(expected);
    expect(verifyBulletins(asJson(pages.slice(2))).chains[0]).toMatchObject({ fromTheBeginning: false, pages: 2 });
  });

  it('N17: has the digest that anybody computes with a few lines of their own', () => {
    const { digest, ...rest } = pages[1]!;
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([k, v]) => [k, sorted(v)]),
            )
          : value;
    expect(
      createHash('sha256')
        .update(JSON.stringify(sorted(rest)))
        .digest('hex'),
    ).toBe(digest);
  });

  it('N17 S52: finds every single number or word that was changed in a page', () =>
    fc.assert(
      fc.property(fc.nat(), (at) => {
        const text = JSON.stringify(pages[1]);
        const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
        const place = places[at % places.length]!;
        const changed = `${text.slice(0, place)}${(Number(text[place]) + 1) % 10}${text.slice(place + 1)}`;
        const files = asJson(pages);
        files[1] = { source: 'changed', text: changed };
        expect(faultsOf(files).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    ));

  it('N17 S52: finds a number changed where it is shown and not in the data, and one sealed anew', () => {
    const shown = renderBulletin(pages[2]!, 'en').replace('>1180<', '>1380<');
    expect(faultsOf([{ source: 'shown', text: shown }])).toEqual([['shown', 'page-altered']]);
    const { digest: _digest, form: _form, ...draft } = pages[1]!;
    const anew = sealBulletin({ ...draft, content: { ...content, breaches: [{ organisation: 'pf-z', count: 1 }] } });
    expect(faultsOf(asJson([pages[0]!, anew, pages[2]!]))).toEqual([['2026-04-12', 'chain-broken']]);
    expect(faultsOf(asJson([pages[1]!, anew]))).toEqual([['2026-04-11', 'two-pages-of-a-day']]);
  });

  it('N17: finds a page that is missing, and tells what is no page', () => {
    expect(faultsOf(asJson([pages[0]!, pages[2]!]))).toEqual([['2026-04-12', 'page-missing']]);
    const none = ['', '{', '{}', '<html></html>', '{"form":"baogong-bulletin-1"}'];
    for (const text of none) expect(faultsOf([{ source: 'x', text }])).toEqual([['x', 'not-a-bulletin']]);
  });

  it('lets no text of a page become part of it', () => {
    const evil = { ...content.arrivals[0]!, item: '</script><img src=x onerror=alert(1)>' };
    const page = sealBulletin({ ...pages[0]!, content: { ...content, arrivals: [evil] } });
    const html = renderBulletin(page, 'zh');
    expect(html).not.toContain('<img');
    expect(faultsOf([{ source: 'evil', text: html }])).toEqual([]);
  });

  it('writes canonical JSON', () =>
    expect(canonicalJson({ b: [1, null, 'ü"'], a: { d: true, c: -2 } })).toBe(
      '{"a":{"c":-2,"d":true},"b":[1,null,"ü\\""]}',
    ));
});
