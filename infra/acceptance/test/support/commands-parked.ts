import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { instant, type World } from './world.js';

export const SERVICES = ['orders', 'inventory', 'delivery', 'oversight'];

/** An event that nothing here applies any more, parked by a consumer of old; so no read model is touched. */
export async function parkedIn(
  services: string[],
  { sql, now }: World,
  { territory }: Pick<Community, 'territory'>,
): Promise<{ id: string }> {
  const at = await now();
  const record = { type: 'StockCounted', territory, community: territory, at: instant(at), data: {} };
  for (const service of services) {
    await sql(
      service,
      `insert into es.parked (consumer, source, shard, pos, stream, reason, record)
       values ('retired', 'inventory', 1, $1, $2, 'test', $3)`,
      [at, `stock-${at}`, JSON.stringify(record)],
    );
  }
  return { id: `retired.inventory.1.${at}` };
}

/** Each service settles its own. */
export const parkedEvents: Draft[] = SERVICES.flatMap((service): Draft[] => {
  const make: Draft['make'] = (world, community) => parkedIn([service], world, community);
  const path = ({ id }: Things, end: string) => `parked/${service}/${id}/${end}`;
  return [
    { action: 'ReplayParkedEvent', make, request: (things) => ({ path: path(things, 'replay'), body: {} }) },
    {
      action: 'SkipParkedEvent',
      make,
      request: (things) => ({ path: path(things, 'skip'), body: { reason: 'test' } }),
    },
  ];
});
