import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, day, whole } = FORMS_TOLD;

/** received = on hand + reserved + handed over + written off */
const stock = z.strictObject({
  offerId: id,
  territory: id,
  sku: id,
  supplier: id,
  received: whole,
  onHand: whole,
  reserved: whole,
  handedOver: whole,
  writtenOff: z.int(),
});
const lot = z.strictObject({ lotId: id, onHand: whole, writtenOff: z.int(), expiresOn: day, keeper: id });

export const stockPage = pageTold(stock);

export const stockOfOfferTold = stock.extend({ lots: z.array(lot) });
