import { readCursors, verifyLedger } from '../src/index.js';
import type { Finding, LedgerOptions, Service } from '../src/index.js';
import { DUE_AT, Story } from './story.js';

const altered = (type: string, from: string, to: string) =>
  `update es.event set data = replace(data::text, '${from}', '${to}')::json where type = '${type}'`;

/** Each fault, where it is planted, and the invariants that must break: those and no others. */
const FAULTS: [string, Service, string, string[]][] = [
  [
    'a stock row altered',
    'inventory',
    'update read.stock set on_hand = on_hand + 1, written_off = written_off - 1',
    ['L7'],
  ],
  ['a stock row removed', 'inventory', 'delete from read.stock', ['L7']],
  [
    'a field of an event altered',
    'orders',
    `update es.event set actor = 'gp-1' where type = 'OrderPlaced'`,
    ['L4', 'L11'],
  ],
  ['a space put into an event', 'oversight', `update es.event set data = (data::text || ' ')::json`, ['L4']],
  ['a rule altered', 'delivery', `update es.event set rule = 'x' where type = 'ParcelPacked'`, ['L4', 'L11']],
  ['a leaf altered', 'delivery', `update es.event set leaf = sha256('x') where type = 'ParcelHandedOver'`, ['L4']],
  ['a head digest altered', 'oversight', `update es.shard set head_digest = sha256('x') where head > 0`, ['L4']],
  ['a head raised', 'oversight', 'update es.shard set head = head + 1 where head > 0', ['L2']],
  ['a stream version raised', 'delivery', 'update es.stream set version = version + 1', ['L3']],
  ['an acknowledged key removed', 'orders', `delete from es.idempotency where stream = 'round-r1'`, ['L1']],
  ['a clock that was taken away', 'oversight', `delete from es.timer where id like 'duty-%'`, ['I14']],
  ['a clock that was told to be silent', 'oversight', `update es.timer set status = 'cancelled'`, ['I14']],
  ['a cursor that saw another log', 'inventory', `update es.cursor set digest = repeat('0', 64)`, ['L5']],
  ['a cursor beyond the log', 'inventory', 'update es.cursor set pos = pos + 9', ['L5', 'L10']],
];

let story: Story;
const check = (options: Partial<LedgerOptions> = {}) =>
  verifyLedger({ databases: story.databases, history: story.history, complete: true, ...options });
const broken = (findings: Finding[]) => findings.filter((finding) => finding.broken > 0).map(({ id }) => id);

describe('the ledger', () => {
  beforeAll(async () => void (story = await Story.told()), 60_000);
  afterEach(() => story.restore());
  afterAll(() => story?.close(), 30_000);

  it('L1 L2 L3 L4 L5 L7 L8 L9 L10 L11 I1 I2 I4 I8 I14: finds nothing where nothing is wrong, and looked everywhere', async () => {
    const earlierCursors = await readCursors(story.databases);
    const findings = await check({ earlierCursors });
    expect(findings.filter((finding) => finding.broken > 0)).toEqual([]);
    expect(findings.map(({ id }) => id)).toEqual([
      'L1',
      'L2',
      'L3',
      'L4',
      'L5',
      'L6',
      'L7',
      'L8',
      'L9',
      'L10',
      'L11',
      'I1',
      'I2',
      'I4',
      'I8',
      'I14',
    ]);
    expect(findings.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it.each(FAULTS)('finds %s', async (_fault, service, sql, ids) => {
    await story.plant(service, sql);
    const findings = await check();
    expect(broken(findings)).toEqual(ids);
    expect(findings.find(({ id }) => id === ids[0])!.examples[0]).toEqual(expect.any(String));
  });

  it('finds an event removed, even when stream, head and digest were made to fit', async () => {
    await story.plant('oversight', 'delete from es.event');
    expect(broken(await check())).toEqual(['L1', 'L2', 'L3', 'L4', 'L11']);
    await story.plant('oversight', 'delete from es.stream');
    await story.plant('oversight', `update es.shard set head = 0, head_digest = decode(repeat('00', 32), 'hex')`);
    expect(broken(await check())).toEqual(['L1', 'L11']);
  });

  it('finds an event removed from the middle', async () => {
    await story.plant('inventory', `delete from es.event where type = 'StockReserved'`);
    expect(broken(await check())).toEqual(expect.arrayContaining(['L1', 'L2', 'L3', 'L4', 'L7', 'I2']));
  });

  it('L6: finds a cursor that went back, unless it was rewound for all to see', async () => {
    const earlierCursors = await readCursors(story.databases);
    await story.plant('inventory', 'update es.cursor set pos = pos - 1');
    expect(broken(await check({ earlierCursors }))).toContain('L6');
    await story.plant('inventory', 'update es.cursor set generation = generation + 1');
    expect(broken(await check({ earlierCursors }))).not.toContain('L6');
  });

  it('L10: finds an event parked beyond the cursor, elsewhere than it is, and one still pending where all was heard', async () => {
    const counted = async (heard = false) => (await check({ heard })).find(({ id }) => id === 'L10')!.broken;
    const park = (shard: string, pos: string, stream: string) =>
      story.plant(
        'inventory',
        `insert into es.parked (consumer, source, shard, pos, stream, reason, record)
         select 'stock', 'inventory', ${shard}, ${pos}, ${stream}, 'poison', '{}' from es.cursor
         where consumer = 'stock' limit 1`,
      );
    await park('shard', '1', '(select stream from es.event e where e.shard = cursor.shard and e.pos = 1)');
    expect(await counted(true)).toBe(0);
    await park('shard', '2', `'stock-of-nobody'`);
    expect(await counted()).toBe(1);
    await park('shard', '99', `'stock-of-nobody'`);
    expect(await counted()).toBe(3);
    await story.restore();
    await story.plant(
      'inventory',
      `update es.cursor c set pos = 1, digest = (select encode(chain, 'hex') from es.event e where e.shard = c.shard and e.pos = 1)`,
    );
    expect(await counted()).toBe(0);
    expect(await counted(true)).toBe(1);
  });

  it('L1: finds what was refused and happened all the same, and what was acknowledged elsewhere', async () => {
    const [first, ...others] = story.history.acknowledged;
    const { service, key } = first!;
    expect(broken(await check({ history: { refused: [{ service, key }] } }))).toEqual(['L1']);
    expect(
      broken(
        await check({
          history: {
            unknown: [
              { service, key },
              { service, key: 'never-sent' },
            ],
          },
        }),
      ),
    ).toEqual([]);
    const elsewhere = { ...first!, positions: `${service}:0=99` };
    expect(broken(await check({ history: { acknowledged: [elsewhere, ...others] } }))).toEqual(['L1']);
  });

  it('finds what an event that was altered means for goods, orders and custody', async () => {
    await story.plant('inventory', altered('StockReserved', '"quantity":2', '"quantity":9'));
    expect(broken(await check())).toEqual(expect.arrayContaining(['L4', 'I1', 'I2']));
    await story.plant('orders', altered('GoodsGranted', '"quantity":2', '"quantity":3'));
    await story.plant('delivery', altered('ParcelAccepted', 'ps-1', 'ps-2'));
    expect(broken(await check())).toEqual(expect.arrayContaining(['I4', 'I8']));
  });
});

/** Faults of the services rather than of the database: a sound log that says what may not be. */
describe('the ledger, told of misdeeds in good order', () => {
  beforeEach(async () => void (story = await Story.told()), 60_000);
  afterEach(() => story?.close(), 30_000);

  const held = (orderId: string, quantity: number) => ({ orderId, offerId: 'veg', lots: [{ lotId: 'a', quantity }] });
  const stock = 'stock-0a1b2c3d-veg';

  it('I2 I1: sees goods sold twice', async () => {
    await story.say('inventory', stock, ['StockReserved', { ...held('o2', 3), until: '' }]);
    expect(broken(await check())).toEqual(expect.arrayContaining(['I1', 'I2']));
  });

  it('I18 I2: sees an expired lot reserved', async () => {
    const lot = { lotId: 'old', offerId: 'veg', quantity: 1, expiresOn: '2026-04-14' };
    const lots = [{ lotId: 'old', quantity: 1 }];
    await story.say(
      'inventory',
      stock,
      ['LotStocked', lot],
      ['StockReserved', { orderId: 'o2', offerId: 'veg', lots }],
    );
    expect(broken(await check())).toContain('I2');
  });

  it('L9: sees a reservation for nobody, and one that outlived its order', async () => {
    await story.say('inventory', stock, ['StockReserved', { ...held('nobody', 1), until: '' }]);
    await story.say('inventory', stock, ['StockReserved', { ...held('o1', 1), until: '' }]);
    const findings = await check();
    expect(findings.find(({ id }) => id === 'L9')).toMatchObject({ broken: 2 });
    expect(broken(await check({ quiet: false }))).not.toContain('L9');
  });

  it('L9 I8: sees a parcel handed over twice', async () => {
    await story.say('delivery', 'parcel-o1', ['ParcelHandedOver', { parcelId: 'o1', orderId: 'o1', by: 'ps-1' }]);
    expect(broken(await check())).toEqual(['L9', 'I8']);
  });

  it('L11: sees what no rule allowed: unknown, forbidden, past, of another role, without right or policy', async () => {
    const found = async () => (await check({ quiet: false })).find(({ id }) => id === 'L11')!;
    const say = (envelope: object) => story.sayAs(envelope, ['oversight', 'posture-d'], ['PostureSwitched', {}]);
    const system = { actor: 'system', role: 'system' };
    await say({ rule: 'open-round/residents-committee@1' });
    await say({ rule: 'RC-any', policyVersion: 1 });
    await say({ ...system, rule: 'record-refusals/system@1' });
    await say({ rule: 'RC-some@1' });
    await say({ rule: 'RC-any@2' });
    await say({ rule: 'RC-never@1' });
    await say({ rule: 'record-refusals/system@1' });
    await say({ rule: 'RC-over@1' });
    const { broken: first, examples } = await found();
    expect([first, examples.join('\n')]).toEqual([5, expect.stringContaining('no rule RC-any in version 2')]);
    await say({ policyVersion: 7 });
    await say({ actor: 'rc-z' });
    await say({ rule: 'pack-parcel/residents-committee@1' });
    await say({ rule: 'installation' });
    await say({ ...system, rule: 'own-record' });
    await story.sayAs({ ...system, rule: 'installation' }, ['orders', 'round-r2'], ['RoundOpened', { items: [] }]);
    expect(await found()).toMatchObject({ broken: 11 });
  });

  it('I14 S43: sees what is open without an owner, a due time or anybody to escalate to', async () => {
    const owed = { owner: 'pf-y', dueAt: DUE_AT, escalateTo: 'residents-committee' };
    const found = async () => (await check({ quiet: false })).find(({ id }) => id === 'I14')!.broken;
    const say = (id: string, more: object) =>
      story.say('oversight', `obligation-${id}`, ['DutyStarted', { obligationId: id, ...owed, ...more }]);
    await say('o2', {});
    expect(await found()).toBe(0);
    await say('o3', { owner: undefined });
    await say('o4', { dueAt: undefined });
    await say('o5', { escalateTo: undefined });
    expect(await found()).toBe(3);
    await story.say('oversight', 'approval-a1', ['ApprovalForwarded', { approvalId: 'a1', at: { rule: 'x' } }]);
    expect(await found()).toBe(4);
    const stands = { owner: { role: 'property-firm', actor: 'pf-y' }, dueAt: DUE_AT, clock: 1 };
    await story.say('oversight', 'case-c1', ['CaseOpened', { caseId: 'c1', ...stands }]);
    await story.say('oversight', 'case-c2', ['CaseOpened', { caseId: 'c2', ...stands }]);
    await story.say('oversight', 'case-c2', ['CaseClosed', { caseId: 'c2', owner: stands.owner }]);
    expect(await found()).toBe(4);
    await story.say('oversight', 'case-c3', ['CaseReopened', { caseId: 'c3', ...stands, owner: {} }]);
    await story.say('oversight', 'case-c4', ['CaseEscalated', { caseId: 'c4', ...stands, dueAt: undefined }]);
    expect(await found()).toBe(6);
    // A due time for which no timer waits is a fault once all is quiet.
    expect((await check()).find(({ id }) => id === 'I14')!.broken).toBeGreaterThan(6);
  });

  it('L8: sees an order that ended twice, and one that never did', async () => {
    const order = { orderId: 'o2', roundId: 'r1', householdId: 'h2' };
    await story.say('orders', 'order-r1-h2', ['OrderPlaced', order]);
    expect(broken(await check())).toEqual(['L8']);
    expect(broken(await check({ complete: { roundId: 'another' } }))).toEqual([]);
    expect(broken(await check({ complete: { roundId: 'r1' } }))).toEqual(['L8']);
    expect(broken(await check({ complete: false }))).toEqual([]);
    await story.say('orders', 'order-r1-h2', ['OrderCancelled', order], ['OrderLapsed', order]);
    expect(broken(await check({ complete: false }))).toEqual(['L8']);
  });

  it('I4: sees more granted than the cap over two orders of a household', async () => {
    const order = { orderId: 'o2', roundId: 'r1', householdId: 'h1', lines: [{ offerId: 'veg', quantity: 1 }] };
    await story.say(
      'orders',
      'order-r1-h1b',
      ['OrderPlaced', order],
      ['GoodsGranted', order],
      ['OrderFulfilled', order],
    );
    expect(broken(await check())).toEqual(['I4']);
  });
});
