import { createHash } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../testing/src/postgres.js';
import { fixture, stock, unit, type Fixture } from '../test/fixture.js';
import { shardOf, SHARDS } from './shards.js';
import { direct } from './transaction.js';
import type { StoredEvent } from './types.js';

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};

describe('the log', () => {
  let f: Fixture;
  beforeAll(async () => (f = await fixture('log')), 60_000);
  afterAll(() => f.close());
  const callers = (count: number, streams: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        f.store.execute(unit(`s-${n % streams}`, `k-${n}`, { type: 'Stock', quantity: n + 1 })),
      ),
    );

  it('has dense positions, dense versions and a chain that anybody can recompute', async () => {
    const other = await f.another();
    await Promise.all([
      callers(600, 40),
      ...Array.from({ length: 200 }, (_, n) =>
        other.execute(unit(`s-${n % 40}`, `o-${n}`, { type: 'Stock', quantity: n + 1 }, { actor: '张三' })),
      ),
      ...Array.from({ length: 40 }, (_, n) =>
        other.execute(unit(`t-${n}`, 'k', { type: 'Stock', quantity: 1.5e-9 * (n + 1) })),
      ),
    ]);
    const heads = await f.store.heads();
    expect(heads).toHaveLength(SHARDS);
    expect(heads.reduce((sum, head) => sum + head, 0)).toBe(840);
    const texts = await direct(f.pool).query<{ shard: number; pos: number; data: string; micros: string }>(
      `select shard, pos::int as pos, data::text as data, (extract(epoch from recorded_at) * 1000000)::bigint::text as micros
       from es.event`,
    );
    const textOf = new Map(texts.map((row) => [`${row.shard}/${row.pos}`, row]));
    const versions = new Map<string, number>();
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const events = await f.store.read(shard, 0, 10_000);
      expect(events.map(({ pos }) => pos)).toEqual(Array.from({ length: heads[shard]! }, (_, n) => n + 1));
      let chain: Buffer = Buffer.alloc(32);
      for (const event of events) {
        const { data, micros } = textOf.get(`${shard}/${event.pos}`)!;
        const leaf = sha256(fieldsOf(event, micros, data).join('\u001f'));
        const place = Buffer.alloc(8);
        place.writeBigInt64BE(BigInt(event.pos));
        chain = sha256(chain, leaf, place);
        expect([event.leaf, event.chain]).toEqual([leaf.toString('hex'), chain.toString('hex')]);
        expect(event.shard).toBe(shardOf(event.stream));
        expect(event.version).toBe((versions.get(event.stream) ?? 0) + 1);
        versions.set(event.stream, event.version);
      }
      const [row] = await direct(f.pool).query(
        'select encode(head_digest, $2) as digest from es.shard where shard = $1',
        [shard, 'hex'],
      );
      expect(row).toEqual({ digest: chain.toString('hex') });
    }
    const [shard, pos] = [shardOf('s-1'), 2];
    expect(await f.store.eventsAt(shard, pos, pos + 1)).toEqual(await f.store.read(shard, 1, 2));
  });

  it('lets the application add through es.append only, and change nothing', async () => {
    const tried = [
      `update es.event set actor = 'x'`,
      'delete from es.event',
      'truncate es.event',
      `insert into es.event select * from es.event limit 1`,
      `update es.stream set version = 0`,
      `update es.shard set head = 0`,
      'delete from es.idempotency',
      `update es.installation set drill = true`,
      `update es.event_type set owner = 'x'`,
      'drop table es.event',
      `create table es.more (a int)`,
    ];
    for (const sql of tried) await expect(f.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('goes on when connections break, and appends once', async () => {
    const { url } = await startPostgres();
    const superuser = new pg.Client({ connectionString: url });
    await superuser.connect();
    const name = new URL(f.database.appUrl).pathname.slice(1);
    let cut = 0;
    let cutting = Promise.resolve();
    const cutter = setInterval(() => {
      const sql = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'baogong_app' and datname = $1`;
      cutting = cutting.then(async () => {
        const { rowCount } = await superuser.query(sql, [name]);
        cut += rowCount ?? 0;
      });
    }, 60);
    const before = (await f.store.heads()).reduce((sum, head) => sum + head, 0);
    const outcomes = [];
    for (let round = 0; round < 20; round += 1) {
      outcomes.push(
        ...(await Promise.all(
          Array.from({ length: 25 }, (_, n) =>
            f.store.execute(unit(`b-${n}`, `b-${round}`, { type: 'Stock', quantity: 1 })),
          ),
        )),
      );
    }
    clearInterval(cutter);
    await cutting;
    await superuser.end();
    expect(cut).toBeGreaterThan(0);
    const kinds = new Set(outcomes.map(({ kind }) => kind));
    kinds.delete('replayed');
    expect([...kinds]).toEqual(['appended']);
    expect((await f.store.heads()).reduce((sum, head) => sum + head, 0)).toBe(before + 500);
  }, 30_000);

  it('sends a batch again whose reply was lost, and finds its own work', async () => {
    let lost = 0;
    const pool = new Proxy(f.pool, {
      get: (target, name) =>
        name === 'query'
          ? async (query: { name?: string }, values?: unknown[]) => {
              const answer = await target.query(query as never, values);
              if (query.name === 'es.append' && lost++ < 2) throw new Error('Connection terminated unexpectedly');
              return answer;
            }
          : Reflect.get(target, name),
    });
    const store = await f.another({ pool });
    const add = (key: string) => store.execute(unit('s-lost', key, { type: 'Stock', quantity: 1 }));
    expect(await Promise.all([add('k-1'), add('k-2')])).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(await add('k-1')).toMatchObject({ kind: 'replayed', version: 1 });
    expect(await store.load('s-lost', stock)).toMatchObject({ version: 2, state: { left: 2 } });
    expect(lost).toBeGreaterThan(3);
  });

  it('looks each key and stream up by itself, though its plans were made on empty tables', async () => {
    const fresh = await fixture('plans');
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          fresh.store.execute(unit(`p-${round}-${n}`, 'k', { type: 'Stock', quantity: 1 })),
        ),
      );
    }
    await new Promise((go) => setTimeout(go, 1_500)); // the server publishes its counts after a second
    await fresh.store.load('p-1-1', stock);
    const [{ scans, read }] = (
      await fresh.owner.query(
        `select sum(idx_scan)::int as scans, sum(idx_tup_read)::int as read from pg_stat_user_indexes
       where indexrelname ~ '^(idempotency|stream|event)_' and indexrelname <> 'event_type_pkey'`,
      )
    ).rows as [{ scans: number; read: number }];
    expect(scans).toBeGreaterThan(1_000);
    expect(read).toBeLessThan(scans);
    await fresh.close();
  }, 30_000);

  it('keeps a key over the turn of a period, and drops the oldest periods', async () => {
    await f.store.execute(unit('s-old', 'k', { type: 'Stock', quantity: 1 }));
    const period = Math.floor(Date.now() / 2_592_000_000);
    await f.owner.query('update es.idempotency set period = $1 where stream = $2', [period - 1, 's-old']);
    const again = await (await f.another()).execute(unit('s-old', 'k', { type: 'Stock', quantity: 1 }));
    expect(again).toMatchObject({ kind: 'replayed' });
    await f.owner.query(
      `create table es.idempotency_${period - 5} partition of es.idempotency for values from (${period - 5}) to (${period - 4})`,
    );
    await direct(f.pool).query('select es.prepare_periods()');
    const left = await direct(f.pool).query(`select 1 from pg_class where relname = 'idempotency_${period - 5}'`);
    expect(left).toEqual([]);
  });
});

function fieldsOf(e: StoredEvent, micros: string, data: string): string[] {
  return [
    e.shard,
    e.stream,
    e.version,
    e.type,
    e.revision,
    e.id,
    e.actor,
    e.role,
    e.rule,
    e.policyVersion,
    e.authorityStale,
    e.correlation,
    e.causation,
    e.community,
    e.territory,
    micros,
    e.drill,
    data,
  ].map(String);
}
