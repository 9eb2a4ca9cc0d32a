import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderBulletin, sealBulletin, type BulletinContent, type BulletinPage } from '@baogong/disclosure';
import { run } from '../main-cli.js';

const content: BulletinContent = {
  ...{ arrivals: [], refusals: [], breaches: [], cases: { opened: 0, closed: 0, open: 0 } },
  shares: [{ item: 'Rice', itemClass: 'food', requested: 900, granted: 700, handedOver: 640 }],
  orders: { requested: 900, granted: 700, shorted: 200, unserved: 200, handedOver: 640 },
  rules: {
    ...{ matrixVersion: 1, policyVersion: 1, posture: 'lockdown', risk: 'high', accepted: [] },
    rejected: [{ organisation: 'pf-y', count: 1 }],
  },
};

describe('bulletin verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baogong-bulletin-'));
  const pages: BulletinPage[] = [];
  const written: string[] = [];
  const called = async (...args: string[]) => {
    const said: string[] = [];
    const output = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
    return { code: await run(['bulletin', ...args], folder, output as never), said: said.join('\n') };
  };
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return name;
  };

  beforeAll(() => {
    for (const day of ['2026-04-10', '2026-04-11', '2026-04-12']) {
      const before = pages.at(-1);
      const previous = before ? { day: before.day, digest: before.digest } : null;
      pages.push(sealBulletin({ territory: 'd-a/c-b', day, madeAt: `${day}T20:00:00.000Z`, previous, content }));
      written.push(write(`${day}.html`, renderBulletin(pages.at(-1)!, 'zh')));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('N17: checks the chain from the files alone', async () => {
    const { code, said } = await called('verify', ...written);
    expect([code, said]).toEqual([
      0,
      [
        'd-a/c-b: 3 pages, 2026-04-10 to 2026-04-12, one chain, from its first page on; head ' + pages[2]!.digest,
        '3 pages, nothing changed.',
      ].join('\n'),
    ]);
  });

  it('N17 S52: finds a number that was changed, a page that was taken out and one that was put in its place', async () => {
    const changed = write('changed.html', renderBulletin(pages[1]!, 'zh').replaceAll('640', '690'));
    expect(await called('verify', written[0]!, changed, written[2]!)).toMatchObject({ code: 1 });
    expect((await called('verify', written[0]!, written[2]!)).said).toContain('2026-04-12.html: page-missing');
    const { digest: _digest, form: _form, ...draft } = pages[1]!;
    const other = sealBulletin({ ...draft, content: { ...content, refusals: [{ organisation: 'x', count: 1 }] } });
    const forged = write('forged.json', JSON.stringify(other));
    expect((await called('verify', written[0]!, forged, written[2]!)).said).toContain('chain-broken');
  });

  it('says what is wrong with the call, and with a file that is none', async () => {
    for (const args of [[], ['verify'], ['verify', '--url', 'x.html'], ['publish'], ['verify', 'not-there.html']]) {
      expect([args, (await called(...args)).code]).toEqual([args, 2]);
    }
    expect((await called('verify', write('empty.html', ''))).said).toContain('not-a-bulletin');
  });
});
