import { instantOf } from '@baogong/kernel';
import { Batcher } from './batcher.js';
import { answered } from './resend.js';
import type { Snapshot } from './snapshots.js';
import { shardOf } from './shards.js';
import type { Pool, RecordedEvent, StoredEvent, StreamHeader, Upcasters } from './types.js';

export interface LoadRequest {
  stream: string;
  after: number;
  keys: string[];
  /** The fold that asks from the beginning, and whose snapshot it may begin with. */
  fold?: number | undefined;
}

export interface KnownKey {
  requestHash: string;
  actor: string;
  version: number;
  firstPos: number;
  lastPos: number;
}

export interface LoadedStream {
  header: StreamHeader | undefined;
  keys: Map<string, KnownKey>;
  /** Where the fold may begin; then the events are those after it. */
  snapshot: Snapshot | undefined;
  /** Those after the version asked for, in order. */
  events: RecordedEvent[];
}

interface LoadRow {
  kind: string | null;
  community: string;
  territory: string;
  version: number;
  keys: [string, string, string, number, number, number][] | null;
  events: [number, string, number, number, unknown][] | null;
  snapshot_version?: number | null;
  snapshot?: unknown;
}

const LOAD = 'select kind, community, territory, version, keys, events from es.load($1, $2, $3, $4) order by item';
const LOAD_FROM = `select kind, community, territory, version, keys, events, snapshot_version, snapshot
  from es.load_from($1, $2, $3, $4, $5) order by item`;
const READ = `select r.item::int as item, e.shard, e.pos::float8 as pos, stream, version, type, revision, id, actor, role, rule,
    policy_version as "policyVersion", authority_stale as "authorityStale", correlation, causation, community, territory,
    (extract(epoch from recorded_at) * 1000)::float8 as millis, drill, data,
    encode(leaf, 'hex') as leaf, encode(chain, 'hex') as chain
  from unnest($1::smallint[], $2::bigint[], $3::bigint[], $4::int[]) with ordinality as r(shard, after, upto, most, item)
  cross join lateral es.read_events(r.shard, r.after, r.upto, r.most) e order by r.item, e.pos`;
const MAX_LOAD = 512;

export type Loader = Batcher<LoadRequest, LoadedStream>;

/** Two statements at a time, each for all streams that wait. */
export function createLoader(pool: Pool, upcast: Upcast): Loader {
  return new Batcher({
    max: MAX_LOAD,
    concurrency: 2,
    weigh: ({ keys }) => Math.max(1, keys.length),
    async send(requests) {
      const values: unknown[] = [
        requests.map(({ stream }) => shardOf(stream)),
        requests.map(({ stream }) => stream),
        requests.map(({ after }) => after),
        requests.map(({ keys }) => JSON.stringify(keys)),
      ];
      const plain = requests.every(({ fold }) => fold === undefined);
      const rows = await answered<LoadRow>(
        pool,
        plain
          ? { name: 'es.load', text: LOAD, values }
          : { name: 'es.load_from', text: LOAD_FROM, values: [...values, requests.map(({ fold }) => fold ?? null)] },
      );
      return rows.map((row, place) => loadedOf(row, requests[place]!.stream, upcast));
    },
  });
}

export interface Range {
  shard: number;
  after: number;
  to: number;
  limit: number;
}

export type Reader = Batcher<Range, StoredEvent[]>;

const MAX_READ = 8_000;

/** One statement for all ranges that wait; those who ask for the same range share its events, and change none. */
export function createReader(pool: Pool, upcast: Upcast): Reader {
  return new Batcher({
    max: MAX_READ,
    concurrency: 2,
    weigh: ({ limit }) => limit,
    async send(ranges) {
      const asked = new Map(ranges.map((range) => [textOf(range), range]));
      const found = await readRanges(pool, [...asked.values()], upcast);
      const eventsOf = new Map([...asked.keys()].map((text, place) => [text, found[place]!]));
      return ranges.map((range) => eventsOf.get(textOf(range))!);
    },
  });
}

const textOf = ({ shard, after, to, limit }: Range) => `${shard}:${after}:${to}:${limit}`;

async function readRanges(pool: Pool, ranges: Range[], upcast: Upcast): Promise<StoredEvent[][]> {
  const rows = await answered<StoredEvent & { item: number; millis: number }>(pool, {
    name: 'es.read',
    text: READ,
    values: [
      ranges.map(({ shard }) => shard),
      ranges.map(({ after }) => after),
      ranges.map(({ to }) => to),
      ranges.map(({ limit }) => limit),
    ],
  });
  const found = ranges.map((): StoredEvent[] => []);
  for (const { item, millis, ...row } of rows) found[item - 1]!.push({ ...row, ...upcast(row), at: instantOf(millis) });
  return found;
}

export type Upcast = (stored: { type: string; revision: number; data: unknown }) => { revision: number; data: unknown };

/** Events are never rewritten: an old one is brought to the current revision each time it is read. */
export function upcastBy(upcasters: Upcasters, current: Record<string, number>): Upcast {
  return ({ type, revision, data }) => {
    const steps = upcasters[type];
    if (!steps) return { revision, data };
    let [reached, brought] = [revision, data];
    for (; reached < (current[type] ?? 0); reached += 1) {
      const step = steps[reached];
      if (!step) throw new Error(`no upcaster for ${type} from revision ${reached}`);
      brought = step(brought);
    }
    return { revision: reached, data: brought };
  };
}

function loadedOf(row: LoadRow, id: string, upcast: Upcast): LoadedStream {
  const { kind, community, territory, version } = row;
  return {
    header: kind === null ? undefined : { id, kind, community, territory, version },
    keys: new Map(
      (row.keys ?? []).map(([key, requestHash, actor, reached, firstPos, lastPos]) => [
        key,
        { requestHash, actor, version: reached, firstPos, lastPos },
      ]),
    ),
    snapshot: row.snapshot_version ? { version: row.snapshot_version, state: row.snapshot } : undefined,
    events: (row.events ?? []).map(([, type, revision, millis, data]) => ({
      type,
      at: instantOf(millis),
      data: upcast({ type, revision, data }).data,
    })),
  };
}
