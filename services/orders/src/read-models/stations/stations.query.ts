import type { Territory } from '@baogong/kernel';
import { eventually, rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

export async function stationTerritory(runtime: Runtime, stationId: string): Promise<Territory | undefined> {
  const sql = 'select territory from orders.station where station_id = $1';
  const read = () => rowsOf<{ territory: Territory }>(runtime, sql, [stationId]);
  const [found] = await eventually(read, (rows) => rows.length > 0);
  return found?.territory;
}
