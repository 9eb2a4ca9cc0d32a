import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '@baogong/cli';
import { csvOf, gb18030, workbookOf, type Cells } from '@baogong/roster/testing';
import { until } from '@baogong/drill';
import { foundCommunity, type Community } from './support/community.js';
import { announce } from './support/goods.js';
import { underTest } from './support/place.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

let world: World;
let community: Community;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  community = await foundCommunity(world, 'rost', ['b-01']);
  folder = await mkdtemp(join(tmpdir(), 'baogong-rosters-'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

/** `npm run baogong -- ARGV` with the rights of an actor. */
async function baogong(as: string, ...argv: string[]) {
  const said = { out: '', err: '' };
  const output = {
    out: (line: string) => void (said.out += `${line}\n`),
    err: (line: string) => void (said.err += `${line}\n`),
  };
  const session = ['--as', as, '--address', world.address, '--data', world.data];
  const code = await run([...argv, ...session], folder, output);
  return { code, ...said };
}

async function bring(file: string, bytes: Uint8Array | string, list = 'households', ...options: string[]) {
  await writeFile(join(folder, file), bytes);
  const as = { households: community.committee, offers: community.platform, stations: community.committee }[list]!;
  return baogong(as, 'import', list, file, '--community', community.territory, ...options);
}

async function homes(): Promise<{ id: string; territory: string; people: number }[]> {
  const { body } = await world.client.get(`households?territory=${community.territory}&limit=100`, community.committee);
  return body['items'] as { id: string; territory: string; people: number }[];
}

async function homeIn(place: string): Promise<Record<string, unknown>> {
  const found = (await homes()).find(({ territory }) => territory.includes(`/${place}/h-`));
  const { body } = await world.client.get(`households/${found!.id}`, community.committee);
  return body;
}

const ROSTER: Cells = [
  ['花园小区住户登记表'],
  ['填表：王经理', null, '2026年11月'],
  [],
  ['序号', '姓 名', '联系电话（手机）', '楼号', '单元', '房号', '人数', '备注'],
  [1, '钱一', 13812345678, 7, 2, '０３０２', 3, '糖尿病，\n需胰岛素'],
  [2, '钱二', 2162345678, null, null, null, null, null],
  [3, '孙三', '+86 139 1234 5678', '8号楼', '', '101室', '', ''],
  [4, '李四', '1.38E+10', 8, '', 102, '', ''],
  [5, '周五', '', '平房', '', '12号', '', ''],
  [],
  ['合计', 5],
];

describe('npm run baogong -- import households', () => {
  it('S4: shows what would change, each bad line with number, field and remedy, and changes nothing', async () => {
    const before = await homes();
    const { code, out, err } = await bring('roster.xlsx', await workbookOf(ROSTER));
    expect(code).toBe(1);
    expect(out).toContain('New households (4 residents): 3');
    expect(out).toContain('line 5: b-07/u-2 302, 2 resident(s)');
    expect(out).toContain('Columns not used: 序号');
    expect(out).toContain('Nothing was changed');
    expect(err).toMatch(/line 8, 联系电话\(手机\): .*digits are lost -> format the column as text/);
    expect(out + err).not.toMatch(/钱一|13812345678|糖尿病/);
    expect(await homes()).toEqual(before);
  });

  it('S4 S12 S78: brings the good lines in, whose residents may then order for their household', async () => {
    expect((await bring('roster.xlsx', await workbookOf(ROSTER), 'households', '--apply')).code).toBe(1);
    expect(await homeIn('b-07/u-2')).toMatchObject({
      people: 3,
      room: '302',
      needs: '糖尿病, 需胰岛素',
      members: [
        { name: '钱一', telephone: '13812345678' },
        { name: '钱二', telephone: '02162345678' },
      ],
    });
    const { id, room, members } = (await homeIn('l-1')) as { id: string; room: string; members: { actorId: string }[] };
    expect(room).toBe('12');
    const resident = members[0]!.actorId;
    expect(resident).toMatch(/^re-[0-9a-f]{12}$/);
    await until('a resident of the roster sees their household', async () => {
      const { status } = await world.client.get(`households/${id}`, resident);
      return status === 200 ? true : undefined;
    });
  });

  it('changes nothing with the same list again, whatever it is saved as', async () => {
    const before = await Promise.all(
      (await homes()).map(async ({ id }) => (await world.client.get(`households/${id}`, community.committee)).etag),
    );
    for (const [file, bytes] of [
      ['again.xlsx', await workbookOf(ROSTER)],
      ['again-gb.csv', gb18030(csvOf(ROSTER))],
      ['again-utf8.csv', `\uFEFF${csvOf(ROSTER)}`],
    ] as const) {
      const { out } = await bring(file, bytes, 'households', '--apply');
      expect([file, out.match(/^(New|Corrected).*$/m)?.[0], out.match(/Unchanged: \d+/)?.[0]]).toEqual([
        file,
        undefined,
        'Unchanged: 3',
      ]);
    }
    const after = await Promise.all(
      (await homes()).map(async ({ id }) => (await world.client.get(`households/${id}`, community.committee)).etag),
    );
    expect(after).toEqual(before);
  });

  it('changes only what was corrected in the file', async () => {
    const corrected = ROSTER.map((row) =>
      row.map((cell) => (cell === '1.38E+10' ? '13712345678' : cell === '孙三' ? '孙叁' : cell)),
    );
    const { code, out } = await bring('corrected.csv', gb18030(csvOf(corrected)), 'households', '--apply');
    expect([code, out.match(/New households.*: \d/)?.[0], out.match(/Corrected households: .*\n.*/)?.[0]]).toEqual([
      0, 'New households (1 residents): 1', 'Corrected households: 1\n  line 8: b-08 101: 1 resident(s) renamed',
    ]); // prettier-ignore
    expect(out).toContain('Unchanged: 2');
  });

  it('S1: lets a resident leave who is no longer in the file, only when asked, and their right goes with them', async () => {
    const { members } = (await homeIn('b-07/u-2')) as { members: { actorId: string; name: string }[] };
    const { actorId } = members.find(({ name }) => name === '钱二')!;
    const fewer = csvOf(ROSTER.filter((row) => row[1] !== '钱二' && row[1] !== '李四'));
    expect((await bring('fewer.csv', fewer, 'households', '--apply')).out).toContain('they stay');
    expect((await bring('fewer.csv', fewer, 'households', '--apply', '--departures')).out).toContain(
      '1 resident(s) leaves',
    );
    const home = await homeIn('b-07/u-2');
    expect(home).toMatchObject({ members: [{ name: '钱一' }] });
    await until('who left sees the household no longer', async () => {
      const { status } = await world.client.get(`households/${String(home['id'])}`, actorId);
      return status === 404 ? true : undefined;
    });
  });

  it('S78 N12: leaves no name, telephone, room or need in any log of events', async () => {
    for (const service of world.services()) {
      const rows = await world.sql<{ told: string }>(
        service,
        `select data::text || stream || actor as told from es.event`,
      );
      const all = rows.map(({ told }) => told).join('\n');
      for (const secret of ['钱一', '孙叁', '13812345678', '02162345678', '糖尿病']) expect(all).not.toContain(secret);
    }
  });

  it('is refused to whom the matrix denies it, with rule, basis and appeal', async () => {
    await writeFile(join(folder, 'own.csv'), csvOf(ROSTER));
    const { code, err } = await baogong(
      community.firm,
      'import',
      'households',
      'own.csv',
      '--community',
      community.territory,
    );
    expect([code, err]).toEqual([1, expect.stringMatching(/households: .*rule .*basis/)]);
  });
});

describe('npm run baogong -- import households, of a whole building', () => {
  const PROGRAM = resolve(import.meta.dirname, '../../start/pre.mjs');
  const rosterOf = (building: string, homes: number): Cells => [
    ['楼号', '房号', '姓名'],
    ...Array.from({ length: homes }, (_, index) => [building, String(1001 + index), `住户${index}`]),
  ];

  /** Every resident whom the register has in a building, as room and name. */
  async function registered(building: string): Promise<string[]> {
    const file = `of-${building}-${newId()}.csv`;
    const { err } = await baogong(
      community.committee, 'export', 'households', file, '--territory', `${community.territory}/${building}`,
    ); // prettier-ignore
    expect(err).toBe('');
    const [, ...rows] = (await readFile(join(folder, file), 'utf8')).trim().split('\r\n');
    return rows.map((row) => row.split(',').slice(3, 5).join(' ')).sort();
  }
  const told = (roster: Cells) => roster.slice(1).map(([, room, name]) => `${room} ${name}`);

  it('registers each household once where two bring the same file in at the same time', async () => {
    const roster = rosterOf('31', 60);
    const both = await Promise.all(
      ['31a.csv', '31b.csv'].map((file) => bring(file, csvOf(roster), 'households', '--apply')),
    );
    expect(both.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]); // prettier-ignore
    expect(await registered('b-31')).toEqual(told(roster).sort());
  });

  it('registers each household once where the importing process was killed in the middle and the file comes again', async () => {
    const roster = rosterOf('32', 200);
    await writeFile(join(folder, '32.csv'), csvOf(roster));
    const argv = ['import', 'households', join(folder, '32.csv'), '--apply', '--community', community.territory];
    const session = ['--as', community.committee, '--address', world.address, '--data', world.data];
    const importing = spawn(process.execPath, [PROGRAM, 'cli', ...argv, ...session], {
      stdio: 'ignore',
      timeout: 60_000,
    });
    const ended = new Promise<NodeJS.Signals | null>((settle) =>
      importing.once('exit', (_code, signal) => settle(signal)),
    );
    const count = async () => {
      const text = `select count(*)::int as homes from es.event where type = 'HouseholdRegistered' and data ->> 'territory' like $1`;
      return (await world.sql<{ homes: number }>('orders', text, [`${community.territory}/b-32/%`]))[0]!.homes;
    };
    await until('some households are registered', async () => ((await count()) >= 20 ? true : undefined));
    importing.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(await count()).toBeLessThan(200);
    expect(await bring('32.csv', csvOf(roster), 'households', '--apply')).toMatchObject({ code: 0, err: '' });
    expect(await registered('b-32')).toEqual(told(roster).sort());
  });
});

describe('npm run baogong -- import offers, stations', () => {
  const OFFERS: Cells = [
    ['货号', '品名', '单价（元）', '数量', '重量', '产地', '到货起', '到货止'],
    ['veg-1', '蔬菜包', '¥30.50', 100, '5kg', '崇明', '2030-01-02 08:00', '2030-01-02 12:00'],
    ['rice-1', '大米', '28', '很多', '10斤', '崇明', '2030-01-02', '2030-01-02'],
  ];
  const own = async () => {
    const { body } = await world.client.get('supply-offers?limit=100', community.platform);
    return (body['items'] as Record<string, unknown>[]).filter(({ withdrawnBecause }) => withdrawnBecause === null);
  };

  it('S68: announces what is good, once, and replaces what was corrected', async () => {
    const first = await bring('offers.xlsx', await workbookOf(OFFERS), 'offers', '--apply');
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('line 3, 数量')]);
    const announced = await until('the offer is listed', async () => ((await own()).length === 1 ? own() : undefined));
    expect(announced).toMatchObject([
      { sku: 'veg-1', priceFen: 3050, weightGrams: 5000, supplier: community.platform },
    ]);
    expect((await bring('offers.csv', csvOf(OFFERS), 'offers', '--apply')).out).toContain('Unchanged: 1');
    const corrected = csvOf(OFFERS).replace('30.50', '29.80').replace('很多', '50');
    const second = await bring('offers.csv', corrected, 'offers', '--apply');
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('line 2: veg-1 蔬菜包: priceFen')]);
    await until('two offers stand', async () => {
      const prices = (await own()).map(({ priceFen }) => Number(priceFen)).sort();
      return prices.join() === '2800,2980' ? true : undefined;
    });
  });

  it('S57: opens stations and amends their hours', async () => {
    const list: Cells = [
      ['自提点', '开门', '关门'],
      ['活动室', '8:00', '20点'],
      ['快递点', '9:00', '7:00'],
    ];
    const first = await bring('stations.csv', gb18030(csvOf(list)), 'stations', '--apply');
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('line 3, 关门')]);
    const hours = async () => {
      const { body } = await world.client.get('stations?limit=100', community.committee);
      const found = (body['items'] as Record<string, unknown>[]).find(({ name }) => name === '活动室');
      return found === undefined ? undefined : `${String(found['opensAt'])} ${String(found['closesAt'])}`;
    };
    expect(await until('the station is listed', hours)).toBe('08:00 20:00');
    expect((await bring('stations.csv', csvOf(list.slice(0, 2)), 'stations', '--apply')).out).toContain('Unchanged: 1');
    await bring('stations.csv', csvOf([list[0]!, ['活动室', '8:30', '20点']]), 'stations', '--apply');
    await until('the hours are amended', async () => ((await hours()) === '08:30 20:00' ? true : undefined));
  });
});

describe('npm run baogong -- export', () => {
  it('S78: writes the households of one who may see them, and bringing them in again changes nothing', async () => {
    const { code, out } = await baogong(
      community.committee,
      'export',
      'households',
      'out.csv',
      '--territory',
      community.territory,
    );
    expect([code, out]).toEqual([0, expect.stringContaining('rows are in out.csv')]);
    const text = await readFile(join(folder, 'out.csv'), 'utf8');
    expect(text.startsWith('\uFEFF楼号,弄,单元,房号,姓名,电话,人数,')).toBe(true);
    expect(text).toContain('138 1234 5678');
    expect(text.split('\r\n').length).toBeGreaterThan(5);
    const again = await bring('out-again.csv', text);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).not.toMatch(/^(New|Corrected)/m);
  });

  it('is never written over a file', async () => {
    const { code, err } = await baogong(community.committee, 'export', 'stations', 'out.csv');
    expect([code, err]).toEqual([1, expect.stringContaining('is there already')]);
  });

  it('lets no formula in', async () => {
    const list = csvOf([
      ['自提点', '开门', '关门'],
      ['=HYPERLINK("http://x")', '8:00', '20:00'],
    ]);
    expect((await bring('formula.csv', list, 'stations', '--apply')).code).toBe(0);
    const text = await until('the station is listed', async () => {
      await rm(join(folder, 'formula-out.csv'), { force: true });
      await baogong(community.committee, 'export', 'stations', 'formula-out.csv', '--lang', 'en');
      const written = await readFile(join(folder, 'formula-out.csv'), 'utf8');
      return written.includes('HYPERLINK') ? written : undefined;
    });
    expect(text).toContain('"\'=HYPERLINK(""http://x"")"');
  });

  it.each(['district', 'subdistrict', 'firm', 'platform', 'transporter', 'volunteer'] as const)(
    'S78: gives no list of persons to the %s, who is told why',
    async (who) => {
      const actor = who === 'district' ? 'do-1' : community[who];
      const { code, err } = await baogong(
        actor,
        'export',
        'households',
        `${who}.csv`,
        '--territory',
        community.territory,
      );
      expect([code, err]).toEqual([1, expect.stringMatching(/^households: .*rule .*\nWhere to object: /s)]);
      await expect(readFile(join(folder, `${who}.csv`))).rejects.toThrow('ENOENT');
    },
  );

  it('writes the work list, the stock and the offers of those who may read them', async () => {
    const lists = [
      [community.firm, 'parcels'],
      [community.firm, 'stock'],
      [community.platform, 'offers'],
    ] as const;
    for (const [actor, list] of lists) {
      expect([list, await baogong(actor, 'export', list, `own-${list}.csv`)]).toMatchObject([
        list,
        { code: 0, err: '' },
      ]);
    }
    expect(await readFile(join(folder, 'own-offers.csv'), 'utf8')).toContain(
      'veg-1,蔬菜包,food,份,29.80,100,5000,崇明',
    );
    const denied = await baogong('do-1', 'export', 'parcels', 'denied.csv');
    expect([denied.code, denied.err]).toEqual([1, expect.stringContaining('parcels: ')]);
  });
});

describe('npm run baogong -- parked', () => {
  const office = (...argv: string[]) => baogong(OFFICE, 'parked', ...argv);
  const offers = () =>
    world.sql('inventory', 'select 1 from read.supply_offer where territory = $1 and sku = $2', [
      community.territory,
      'parked',
    ]);

  it('F12: replays what could not be applied, once it can be, for the district office only', async () => {
    const table = 'alter table read.supply_offer';
    await world.sql('inventory', `${table} add constraint fault check (sku <> 'parked') not valid`);
    await announce(world, community, { sku: 'parked', priceFen: 2800, weightGrams: 5000 });
    const id = await until('the event is parked', async () => {
      const { out } = await office('list');
      return /^inventory (supply-offers\.inventory\.\S+) {2}SupplyAnnounced/m.exec(out)?.[1];
    });
    expect(await office('show', 'inventory', id)).toMatchObject({ code: 0, out: expect.stringContaining('"parked"') });
    expect(await baogong(community.firm, 'parked', 'replay', 'inventory', id)).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('no-rule') },
    });
    expect(await office('replay', 'inventory', id)).toMatchObject({ code: 1, err: expect.stringContaining('fault') });
    await world.sql('inventory', `${table} drop constraint fault`);
    expect(await office('replay', 'inventory', id)).toMatchObject({
      code: 0,
      out: expect.stringContaining('replayed'),
    });
    expect(await offers()).toHaveLength(1);
    expect(await office('replay', 'inventory', id)).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('no longer parked') },
    });
    expect(await office('replay', 'inventory', 'unknown')).toMatchObject({ code: 1 });
  });

  it.each([[['parked']], [['parked', 'skip', 'orders', 'x']], [['parked', 'show', 'kitchen', 'x']]])(
    'shows its usage for %j',
    async (argv) => expect(await baogong(OFFICE, ...argv)).toMatchObject({ code: 2 }),
  );
});

describe('npm run ledger', () => {
  it('finds the books of the running whole in order', async () => {
    const said: string[] = [];
    const output = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
    const where = world.mode === 'compose' ? ['--database', underTest().databases['orders']!] : ['--data', world.data];
    const code = await run(['ledger', ...where], folder, output);
    expect(said.at(-1)).toBe('Every invariant that was looked at holds.');
    expect(code).toBe(0);
    const holding = said.flatMap((line) => /^(\w+) .*looked at {2}holds/.exec(line)?.[1] ?? []);
    expect(holding).toEqual(expect.arrayContaining(['L2', 'L3', 'L4', 'L5']));
  });
});
