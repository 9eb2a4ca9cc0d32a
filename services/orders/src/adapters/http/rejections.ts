import type { AllocationRejection } from '../../domain/allocation/allocation.js';
import type { HouseholdRejection } from '../../domain/household/household.js';
import type { OrderRejection } from '../../domain/order/order.js';
import type { RoundRejection } from '../../domain/round/round.js';
import type { WebhookRejection } from '../../domain/webhook-subscription/webhook-subscription.js';

type Rejection = HouseholdRejection | RoundRejection | AllocationRejection | OrderRejection | WebhookRejection;

/** Every refusal of the domain in words a resident can read; a code without words does not compile. */
export const REJECTIONS: Record<Rejection, string> = {
  'already-registered': 'This household is registered already.',
  'no-people': 'A household has at least one person.',
  'territory-of-another-household': 'The territory must end with the id of the household itself.',
  'not-registered': 'This household is not registered yet; the residents committee registers it.',
  'not-your-household': 'You may do this for your own household only.',
  'already-opened': 'This round was opened before.',
  'no-items': 'A round needs at least one item.',
  'item-twice': 'An item is named twice.',
  'unknown-offer': 'One of the offers was not announced here, or was withdrawn.',
  'window-empty': 'The window must end after it begins.',
  'window-already-ended': 'The window lies in the past.',
  'cap-not-positive': 'The cap per household is at least one.',
  'never-opened': 'There is no such round.',
  'not-your-round': 'Only who opened the round may do this now.',
  'reason-missing': 'Please give a reason.',
  'still-open': 'The round is still open.',
  'requests-not-fixed': 'The requests of this round are not fixed yet.',
  'requests-altered': 'The requests read are not the ones that were fixed.',
  'not-counted': 'Nothing was counted for this round yet.',
  'already-ordered': 'Your household has an order in this round; you can change it until the window ends.',
  'never-placed': 'There is no such order.',
  'household-not-registered': 'This household is not registered yet; the residents committee registers it.',
  'not-your-order': 'This order was placed elsewhere.',
  'consent-missing': 'The household has not agreed that this platform orders for it.',
  'another-community': 'This round is for another community.',
  'round-not-open': 'There is no such round to order in.',
  'window-not-begun': 'The window of this round has not begun yet.',
  'window-ended': 'The window of this round has ended.',
  'no-lines': 'Please choose at least one item.',
  'line-twice': 'An item is named twice; put it into one line.',
  'quantity-not-positive': 'Each line asks for at least one piece.',
  'item-not-in-round': 'One of the items is not part of this round.',
  'over-ration': 'While the present posture lasts, a household may ask for fewer of an item than this.',
  'outside-policy':
    'The policy in force does not let this through: params name its version, the clause and the texts it comes from.',
  'others-uncounted': 'Your other orders are still being counted; please ask again.',
  'over-cap': 'This is more than one household may have of an item in this round.',
  'unknown-station': 'There is no such pickup station in your community.',
  'order-moved-on': 'The order can no longer be changed.',
  'order-ended': 'The order has ended already.',
  'not-granted': 'Nothing was granted for this order yet.',
  'not-confirmed': 'The order is not confirmed yet.',
  'nothing-due': 'Nothing is due for this order.',
  'webhook-already-registered': 'This webhook was registered before.',
  'too-many-webhooks': 'A supplier has at most ten webhooks; disable one and use it again.',
  'no-webhook-events': 'Say which events are to be told.',
  'never-registered': 'There is no such webhook.',
  'not-your-webhook': 'Only the supplier that registered the webhook may do this.',
  'rotated-too-often': 'Four secrets sign already; wait until the oldest ends.',
  'no-such-delivery': 'Nothing of this id was told to you.',
  'amount-not-positive': 'The amount is at least one fen.',
};
