import { reject, unreachable, type Decision } from '@baogong/decider';
import { addMinutes, judgeUse, policyRefusal, type Instant, type Territory } from '@baogong/kernel';
import type { OpenedRound } from '../round/round.js';
import type { CommandOf, DeliveryPlace, OrderEvent, OrderRejection, OtherUse, RequestLine } from './messages.js';

type Asked = Pick<CommandOf<'PlaceOrder'>['data'], 'lines' | 'place' | 'policy' | 'risk' | 'others'>;
type Refusal = Extract<Decision<OrderEvent, OrderRejection>, { kind: 'rejected' }>;

/**
 * An order is one time that a household asks: what, by which way and how often is the policy's business, at which hour one
 * asks is not. Undefined where the policy in force lets it through.
 */
export function beyondPolicy(
  { lines, place, policy, risk, others }: Asked,
  when: { at: Instant; round: OpenedRound; territory: Territory },
): Refusal | undefined {
  const use = { ...requestAsUse({ ...when, lines, place }), risk };
  const alone = judgeUse(policy.clauses, { use });
  const counted =
    alone.verdict === 'uncounted' && others !== undefined && others.since <= reachedBack(when.at, alone.days);
  const verdict = counted
    ? judgeUse(policy.clauses, { use, others: others.uses.map((other) => ({ ...other, risk })) })
    : alone;
  switch (verdict.verdict) {
    case 'permitted':
      return undefined;
    case 'uncounted':
      return reject('others-uncounted', { days: verdict.days });
    case 'refused':
      return reject('outside-policy', policyRefusal(verdict, policy));
    default:
      return unreachable(verdict);
  }
}

const DAY_MINUTES = 24 * 60;

/** The moment from which on other orders may count with one of this moment. */
export const reachedBack = (at: Instant, days: number): Instant => addMinutes(at, -days * DAY_MINUTES);

export interface StandingRequest {
  at: Instant;
  round: OpenedRound;
  territory: Territory;
  lines: RequestLine[];
  place: DeliveryPlace;
}

/** Items whose class nobody told, of rounds opened before classes were, leave it open what was asked for. */
export function requestAsUse({ at, round, territory, lines, place }: StandingRequest): OtherUse {
  const classOf = new Map(
    round.items.map(({ offerId, itemClass, sku }) => [offerId, itemClass && `${itemClass}:${sku}`]),
  );
  const items = lines.map(({ offerId }) => classOf.get(offerId));
  const known = items.filter((item) => item !== undefined);
  const told = known.length === items.length ? { items: known } : {};
  return { ...told, channel: place.kind, place: territory, at, anyHour: true };
}
