import type { Reading } from './chain.js';
import type { Client } from './cut.js';

/** How far the consumers of one service have read, by the service whose log they read. */
export async function readingsOf(client: Client, service: string): Promise<Map<string, Reading[]>> {
  const { rows } = await client.query<{ consumer: string; source: string; shard: number; pos: number; digest: string }>(
    'select consumer, source, shard, pos::float8 as pos, digest from es.cursor where pos > 0',
  );
  const readings = new Map<string, Reading[]>();
  for (const { consumer, source, shard, pos, digest } of rows) {
    const known = readings.get(source) ?? [];
    known.push({ reader: `${consumer} of ${service}`, shard, pos, digest });
    readings.set(source, known);
  }
  return readings;
}
