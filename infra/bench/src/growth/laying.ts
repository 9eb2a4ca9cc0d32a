import { SHARDS } from '@baogong/event-store';
import pg from 'pg';
import type { Database } from '../contender.js';
import { orderData } from '../goods.js';
import { TERRITORY } from '../log.js';

const EVENTS_EACH = 10;

/**
 * So many events under a log, as its owner and by the server itself: rows, streams, keys and heads as appends would have
 * left them, ten events to a stream, but with digests made up, so that millions take seconds and not minutes.
 */
export async function lay({ ownerUrl }: Database, events: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const values = [SHARDS, Math.round(events / SHARDS), EVENTS_EACH, TERRITORY, JSON.stringify(orderData())];
  for (const statement of [EVENTS, STREAMS, KEYS]) await owner.query(statement, values.slice(0, wanted(statement)));
  await owner.query('update es.shard set head = (select max(pos) from es.event e where e.shard = es.shard.shard)');
  await owner.query('vacuum analyze es.event');
  await owner.end();
}

const wanted = (statement: string) => new Set(statement.match(/\$\d/g)).size;

/** Streams of a shard follow one another; their ids only look as if they were hashed to it. */
const STREAM = `'laid-' || s || '-' || md5((s * 100000000 + (n - 1) / $3::int)::text)`;

const EVENTS = `insert into es.event
  select s, n, ${STREAM}, 1 + (n - 1) % $3::int, 'OrderPlaced', 1, gen_random_uuid(), 're-1', 'resident',
    'place-order/resident', 1, false, 'bench', 'bench', 'd-pudong/s-weifang/c-y', $4, now(), false, $5::json,
    sha256(int8send(n)), sha256(int8send(n + s))
  from generate_series(0, $1::int - 1) s, generate_series(1, $2::int) n`;

const STREAMS = `insert into es.stream (shard, id, kind, community, territory, version)
  select s, ${STREAM}, 'order', 'd-pudong/s-weifang/c-y', $4, $3::int
  from generate_series(0, $1::int - 1) s, generate_series(1, $2::int, $3::int) n`;

const KEYS = `insert into es.idempotency
  select es.period_of(now()), s, ${STREAM}, gen_random_uuid()::text, md5(n::text), 're-1', $3::int, n, n + $3::int - 1
  from generate_series(0, $1::int - 1) s, generate_series(1, $2::int, $3::int) n`;
