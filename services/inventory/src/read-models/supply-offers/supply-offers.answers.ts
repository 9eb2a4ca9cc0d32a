import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const supply = z.strictObject({
  offerId: id,
  territory: id,
  supplier: id,
  sku: id,
  name: id,
  itemClass: z.enum(['food', 'infant', 'hygiene', 'medicine', 'device']),
  unit: id,
  priceFen: whole,
  quantity: whole,
  weightGrams: whole,
  origin: id,
  arrivesFrom: instant,
  arrivesTo: instant,
});

/** `withdrawnBecause` is null as long as the offer stands. */
export const supplyOffersPage = pageTold(supply.extend({ withdrawnBecause: text.nullable() }));

export const supplyOfferTold = supply.extend({ status: z.enum(['announced', 'withdrawn']) });
