import { inventoryContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';

/** Every event is told to the neighbours, cut down to its contract: what a contract does not name stays at home. */
export const published: PublishedMap = Object.fromEntries(
  Object.entries(inventoryContracts).map(([type, { schema }]) => [type, (event) => schema.parse(event.data)]),
);

export const eventTypes: Record<string, number> = Object.fromEntries(
  Object.keys(inventoryContracts).map((type) => [type, 1]),
);
