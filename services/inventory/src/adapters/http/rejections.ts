import type { ConsignmentRejection } from '../../domain/consignment/consignment.js';
import type { StockRejection } from '../../domain/stock/stock.js';
import type { SupplyOfferRejection } from '../../domain/supply-offer/supply-offer.js';

/** What to tell people, by code. */
export const REJECTIONS: Record<ConsignmentRejection | StockRejection | SupplyOfferRejection, string> = {
  'already-announced': 'An offer with this id was announced before.',
  'nothing-offered': 'An offer needs a quantity and a weight.',
  'arrival-window-reversed': 'The arrival window ends before it begins.',
  'never-announced': 'No such offer was announced.',
  'no-reason': 'A reason is needed.',
  'not-your-supply': 'Only the supplier who announced the offer may do this.',
  'already-dispatched': 'A consignment with this id was dispatched before.',
  'no-lines': 'A consignment needs at least one line with goods.',
  'line-twice': 'An offer is named twice.',
  'unknown-offer': 'No such offer was announced to this community.',
  'offer-withdrawn': 'The offer was withdrawn.',
  'never-dispatched': 'No such consignment was dispatched.',
  'not-the-consignee': 'Only the consignee the consignment names may count it.',
  'already-counted': 'The consignment was counted before; correct the stock with an adjustment.',
  'lines-differ': 'Every line that was shipped has to be counted, once.',
  'count-differs': 'Accepted and rejected together must make up what was shipped.',
  'nothing-asked': 'A quantity is needed.',
  'never-reserved': 'Nothing is reserved for this order.',
  'reservation-over': 'The reservation for this order has ended.',
  'already-pinned': 'The goods of this order are packed.',
  'not-yet-due': 'The reservation still holds.',
  'no-such-lot': 'There is no such lot.',
  'not-your-goods': 'Only goods that your own organisation keeps may be adjusted.',
  'more-than-on-hand': 'More than is on hand cannot be written off; reserved goods have to be released first.',
  'more-than-received': 'No more can be put back than was written off.',
};
