import { deliveryContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';

/** Every event is told to the neighbours, cut down to its contract: what a contract does not name stays at home. */
export const published: PublishedMap = Object.fromEntries(
  Object.entries(deliveryContracts).map(([type, { schema }]) => [type, ({ data }) => schema.parse(data)]),
);

export const eventTypes: Record<string, number> = Object.fromEntries(
  Object.keys(deliveryContracts).map((type) => [type, 1]),
);
