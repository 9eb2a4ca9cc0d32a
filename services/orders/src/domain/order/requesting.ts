import { accept, reject, type By } from '@baogong/decider';
import { covers, type Instant, type Territory } from '@baogong/kernel';
import { speakerOf, type RoundItem, type RoundState } from '../round/round.js';
import type { Channel, HouseholdState } from '../household/household.js';
import type { CommandOf, DeliveryPlace, OrderEvent, OrderRejection, RequestLine } from './messages.js';
import { beyondPolicy } from './governing.js';
import type { OrderState, PlacedOrder } from './state.js';

export function place({ at, by, data }: CommandOf<'PlaceOrder'>, state: OrderState) {
  if (state.status !== 'none') return reject('already-ordered');
  const { household, round, channel, orderId, lines, place } = data;
  if (household.status === 'none') return reject('household-not-registered');
  const stranger = strangerTo(household, channel, by);
  if (stranger) return reject(stranger);
  if (round.status === 'none') return reject('round-not-open');
  const { householdId, territory } = household;
  if (!covers(round.round.territory, territory)) return reject('another-community');
  const mistake = faultOf(data, round, at);
  if (mistake) return reject(mistake);
  const beyond = beyondPolicy(data, { at, round: round.round, territory });
  if (beyond) return beyond;
  const platform = channel === 'platform' ? { platform: speakerOf(by) } : {};
  const { roundId } = round.round;
  const placing = { orderId, roundId, householdId, territory, channel, ...platform, lines, place };
  return accept<OrderEvent>({ type: 'OrderPlaced', at, data: placing });
}

export function amend({ at, by, data }: CommandOf<'AmendOrder'>, state: PlacedOrder) {
  const stranger = strangerToOrder(state, data.channel, by);
  if (stranger) return reject(stranger);
  if (state.status !== 'requested') return reject('order-moved-on');
  const { round, lines, place } = data;
  if (round.status === 'none') return reject('round-not-open');
  const mistake = faultOf(data, round, at);
  if (mistake) return reject(mistake);
  const beyond = beyondPolicy(data, { at: state.placedAt, round: round.round, territory: state.territory });
  if (beyond) return beyond;
  return accept<OrderEvent>({ type: 'OrderAmended', at, data: { ...namesOf(state), lines, place } });
}

export function miss({ at, data }: CommandOf<'MissRound'>, state: PlacedOrder) {
  if (state.status !== 'requested') return accept<OrderEvent>(); // ended or granted meanwhile: nothing is lost
  const { standing } = data;
  if (!standing) return accept<OrderEvent>({ type: 'OrderMissedRound', at, data: namesOf(state) });
  const unchanged = JSON.stringify([state.lines, state.place]) === JSON.stringify([standing.lines, standing.place]);
  if (unchanged) return accept<OrderEvent>();
  return accept<OrderEvent>({ type: 'OrderAmendmentMissed', at, data: { ...namesOf(state), ...standing } });
}

type KnownRound = Exclude<RoundState, { status: 'none' }>;

function faultOf(wish: CommandOf<'AmendOrder'>['data'], round: KnownRound, at: Instant): OrderRejection | undefined {
  const { items, territory } = round.round;
  return closedAt(round, at) ?? mistakeIn(wish, items) ?? astray(wish, territory);
}

/** A parcel for a station that is not there would never be collected. */
function astray(
  { place, stationAt }: { place: DeliveryPlace; stationAt?: Territory },
  community: Territory,
): OrderRejection | undefined {
  if (place.kind === 'door') return undefined;
  return stationAt !== undefined && covers(community, stationAt) ? undefined : 'unknown-station';
}

export function namesOf({ orderId, roundId, householdId }: PlacedOrder) {
  return { orderId, roundId, householdId };
}

export function strangerToOrder(state: PlacedOrder, channel: Channel, by: By): OrderRejection | undefined {
  if (channel === 'api' && !by.households.includes(state.householdId)) return 'not-your-household';
  return channel === 'platform' && state.platform !== speakerOf(by) ? 'not-your-order' : undefined;
}

function strangerTo(
  household: Extract<HouseholdState, { status: 'registered' }>,
  channel: Channel,
  by: By,
): OrderRejection | undefined {
  if (channel === 'api' && !by.households.includes(household.householdId)) return 'not-your-household';
  return channel === 'platform' && !household.consents.includes(speakerOf(by)) ? 'consent-missing' : undefined;
}

function closedAt(round: KnownRound, at: Instant): OrderRejection | undefined {
  if (round.status !== 'open' || at >= round.round.closesAt) return 'window-ended';
  return at < round.round.opensAt ? 'window-not-begun' : undefined;
}

function mistakeIn({ lines, ration }: Wish, items: RoundItem[]): OrderRejection | undefined {
  if (lines.length === 0) return 'no-lines';
  if (new Set(lines.map(({ offerId }) => offerId)).size < lines.length) return 'line-twice';
  const capOf = new Map(items.map(({ offerId, capPerHousehold }) => [offerId, capPerHousehold]));
  if (lines.some(({ offerId }) => !capOf.has(offerId))) return 'item-not-in-round';
  if (lines.some(({ quantity }) => quantity < 1)) return 'quantity-not-positive';
  if (lines.some(({ offerId, quantity }) => quantity > capOf.get(offerId)!)) return 'over-cap';
  return lines.some(({ quantity }) => quantity > (ration ?? Infinity)) ? 'over-ration' : undefined;
}

/** `ration` is what the posture in force leaves a household of one item. */
type Wish = { lines: RequestLine[]; ration?: number };
