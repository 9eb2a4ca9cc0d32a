import { accept, type By, type Decision } from '@baogong/decider';
import { judgeUse, policyRefusal, type Instant } from '@baogong/kernel';
import { householdAliasOf, placeHashOf } from '@baogong/passes';
import type { ByPolicy, IssuedPass, ParcelCommand, ParcelEvent, ParcelRejection, PassRefusal } from './messages.js';
import { isUnderWay, type ParcelState } from './parcel-state.js';

export const WRONG_CODES_MAX = 5;

type HandOver = Extract<ParcelCommand, { type: 'HandOverParcel' }>;
type Known = Exclude<ParcelState, { status: 'none' }>;

/** A refusal is no rejection: who showed what and where is a fact that stays on record. */
export function decideHandOver(command: HandOver, state: Known): Decision<ParcelEvent, ParcelRejection> {
  const { at, data } = command;
  const { parcelId, orderId, householdId } = state.plan;
  const refusal = refusalOf(command, state);
  const refused = (reason: PassRefusal, byPolicy?: ByPolicy) => {
    const told = { parcelId, place: data.place, reason, ...(byPolicy ? { byPolicy } : {}) };
    return accept<ParcelEvent>({ type: 'PassRefused', at, data: told });
  };
  if (refusal) return refused(refusal);
  const byPolicy = beyondPolicy(command, state);
  if (byPolicy) return refused('outside-policy', byPolicy);
  if (!isUnderWay(state)) throw new Error('every parcel that is not under way is refused');
  const { custodian, pieces, weightGrams } = state;
  const { means } = data.proof;
  const handedOver = { parcelId, orderId, householdId, by: custodian, means, pieces, weightGrams };
  return accept({ type: 'ParcelHandedOver', at, data: handedOver });
}

function refusalOf(command: HandOver, state: Known): PassRefusal | undefined {
  if (state.status === 'handed-over') return 'replayed';
  if (ranOut(state)) return 'expired';
  if (!isUnderWay(state) || !state.pass) return 'not-ready';
  return (
    bindingRefusal(command.data, { pass: state.pass, householdId: state.plan.householdId }) ??
    codeRefusal(command.data, state.wrongCodes) ??
    windowRefusal(command.at, state.pass) ??
    // Nobody gives away what they do not hold, or what they are just passing on.
    (state.status === 'offered' || !isParty(command.by, state.custodian) ? 'not-ready' : undefined)
  );
}

/** When, where and by which way goods are got is the policy's business; how often was, when they were asked for. */
function beyondPolicy({ at, data }: HandOver, { plan }: Known): ByPolicy | undefined {
  const { lines, place, territory } = plan;
  const items = lines.flatMap(({ itemClass, sku }) => (itemClass === undefined ? [] : [`${itemClass}:${sku}`]));
  const told = items.length === lines.length ? { items } : {};
  const use = { ...told, channel: place.kind, place: territory, risk: data.risk, at };
  const verdict = judgeUse(data.policy.clauses, { use });
  return verdict.verdict === 'refused' ? policyRefusal(verdict, data.policy) : undefined;
}

/** Its parcel goes back soon after; whoever comes late is told the same before and after. */
function ranOut(state: Known): boolean {
  return state.status === 'uncollected' || (state.status === 'withdrawn' && state.passRanOut === true);
}

function bindingRefusal(
  { place, proof }: HandOver['data'],
  { pass, householdId }: { pass: IssuedPass; householdId: string },
): PassRefusal | undefined {
  if (place !== pass.place) return 'foreign';
  if (proof.means === 'code') return undefined;
  const ours =
    proof.passId === pass.passId &&
    proof.placeHash === placeHashOf(pass.place) &&
    proof.householdAlias === householdAliasOf(householdId);
  return ours ? undefined : 'foreign';
}

/** Six digits can be guessed: after five wrong ones only the pass itself opens. */
function codeRefusal({ proof }: HandOver['data'], wrongCodes: number): PassRefusal | undefined {
  if (proof.means !== 'code') return undefined;
  if (wrongCodes >= WRONG_CODES_MAX) return 'locked';
  return proof.right ? undefined : 'wrong-code';
}

function windowRefusal(at: Instant, { windowFrom, windowTo }: IssuedPass): PassRefusal | undefined {
  if (at < windowFrom) return 'too-early';
  return at < windowTo ? undefined : 'expired';
}

/** Whether this person, or the organisation they act for, goes by that name. */
export function isParty(by: By, name: string): boolean {
  return by.actor === name || by.organisation === name;
}
