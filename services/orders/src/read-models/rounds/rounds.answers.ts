import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const byOffer = z.record(z.string(), whole);
const round = z.strictObject({ id, territory: id, openedBy: id, opensAt: instant, closesAt: instant });
const item = z.strictObject({
  offerId: id,
  sku: id,
  name: id,
  itemClass: id.optional(),
  unit: id,
  priceFen: whole,
  weightGrams: whole,
  capPerHousehold: whole,
});
const fixed = z.strictObject({
  roundId: id,
  /** Shard -> the highest position that belongs to the set. */
  positions: z.record(z.string(), whole),
  orders: whole,
  seed: id,
  requestsHash: id,
  demand: byOffer,
});
const allocation = z.strictObject({
  roundId: id,
  seed: id,
  supply: byOffer,
  requestsHash: id,
  resultHash: id,
  granted: byOffer,
});

const listed = round.extend({
  status: z.enum(['open', 'closed', 'fixed']),
  items: whole,
  closedAt: instant.nullable(),
  orders: whole.nullable(),
});

export type RoundListed = z.infer<typeof listed>;

export const roundsPage = pageTold(listed);

export const roundTold = round.extend({
  status: z.enum(['open', 'closed', 'fixed', 'allocated']),
  items: z.array(item),
  closedAt: instant.optional(),
  reason: text.optional(),
  fixed: fixed.optional(),
  allocation: allocation.optional(),
});
