import { SERVICES, type Finding, type LedgerOptions, type Service } from '@baogong/ledger';
import pg from 'pg';
import { lowsOf, recordsOf, type Kept } from './faults/topics.js';
import type { Installation } from './installation/installation.js';

const EXAMPLES = 5;

interface Row {
  shard: number;
  pos: number;
  leaf: string;
}

/** A raw read of the topics beside the logs: what the relay says it has published stands there, unaltered. */
export async function toldAll({ broker, databases }: Pick<Installation, 'broker' | 'databases'>): Promise<Finding> {
  const faults: string[] = [];
  let checked = 0;
  for (const service of SERVICES) {
    const published = await publishedBy(databases(), service);
    const onTopic = leavesOf(await recordsOf(broker.brokers, service));
    const eaten = await lowsOf(broker.brokers, service);
    // Of a partition whose beginning is gone, nobody can tell what had stood there.
    for (const { shard, pos, leaf } of published.filter((row) => !eaten.has(row.shard))) {
      checked += 1;
      if (!onTopic.get(`${shard}=${pos}`)?.has(leaf)) faults.push(`${service}:${shard}=${pos} is not on the topic`);
    }
  }
  return { id: 'topic', checked, broken: faults.length, examples: faults.slice(0, EXAMPLES) };
}

async function publishedBy(databases: LedgerOptions['databases'], service: Service): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databases[service] });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `select e.shard::int, e.pos::float8 as pos, encode(e.leaf, 'hex') as leaf
       from es.event e join es.relay r on r.shard = e.shard and e.pos <= r.pos`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

function leavesOf(records: Kept[]): Map<string, Set<string>> {
  const leaves = new Map<string, Set<string>>();
  for (const { partition, headers = {} } of records) {
    const place = `${partition}=${String(headers['ce_pos'])}`;
    leaves.set(place, (leaves.get(place) ?? new Set()).add(String(headers['ce_leaf'])));
  }
  return leaves;
}
