import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, minutesBetween, type Instant } from '@baogong/kernel';
import { wholeMinutes } from '@baogong/passes';
import { decideHandOver, isParty } from './hand-over.js';
import type { IssuedPass, ParcelCommand, ParcelEvent, ParcelRejection, PlannedParcel } from './messages.js';
import { evolve, isUnderWay, type ParcelState } from './parcel-state.js';

export const PASS_MINUTES_MAX = 24 * 60;

type Known = Exclude<ParcelState, { status: 'none' }>;
type Decided = Decision<ParcelEvent, ParcelRejection>;
type Command<T extends ParcelCommand['type']> = Extract<ParcelCommand, { type: T }>;

export const parcelStream = (parcelId: string): string => `parcel-${parcelId}`;

/** Where the pass counts, as one text: the station's id, or the household's territory for its door. */
export function placeOf({ place, territory }: Pick<PlannedParcel, 'place' | 'territory'>): string {
  return place.kind === 'station' ? place.stationId : territory;
}

/** What an order became on its last hundred metres. Exactly one custodian holds it; custody moves by acceptance only. */
export const parcel: Decider<ParcelState, ParcelCommand, ParcelEvent, ParcelRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'PlanParcel') {
      if (state.status !== 'none') return reject('already-planned');
      return accept({ type: 'ParcelPlanned', at: command.at, data: command.data });
    }
    if (state.status === 'none') return reject('never-planned');
    switch (command.type) {
      case 'PackParcel':
        return pack(command, state);
      case 'OfferParcel':
        return offer(command, state);
      case 'AcceptParcel':
        return acceptOffer(command, state);
      case 'HandOverParcel':
        return decideHandOver(command, state);
      case 'WithdrawParcel':
        return withdraw(command, state);
      case 'ExpirePass':
        return expire(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve,
};

function pack({ at, by, data }: Command<'PackParcel'>, state: Known): Decided {
  if (isUnderWay(state)) return reject('already-packed');
  if (state.status !== 'planned') return reject('over');
  const window = passWindow(at, data);
  if (!window) return reject('window-impossible');
  const { parcelId, orderId } = state.plan;
  const { pieces, weightGrams } = data;
  const packed = { parcelId, orderId, packedBy: custodianOf(by), pieces, weightGrams };
  // A parcel has one pass in its life, so the parcel's id serves as the pass's.
  const pass: IssuedPass = { parcelId, passId: parcelId, place: placeOf(state.plan), ...window };
  return accept<ParcelEvent>({ type: 'ParcelPacked', at, data: packed }, { type: 'PassIssued', at, data: pass });
}

/** The window asked for, or a day from now; no pass is good for longer than a day. */
function passWindow(
  at: Instant,
  {
    windowFrom = at,
    windowTo = addMinutes(windowFrom, PASS_MINUTES_MAX),
  }: { windowFrom?: Instant; windowTo?: Instant },
): { windowFrom: Instant; windowTo: Instant } | undefined {
  if (windowTo <= windowFrom || windowTo <= at || minutesBetween(windowFrom, windowTo) > PASS_MINUTES_MAX)
    return undefined;
  const { from, to } = wholeMinutes({ from: windowFrom, to: windowTo });
  return { windowFrom: from, windowTo: to };
}

function offer({ at, by, data }: Command<'OfferParcel'>, state: Known): Decided {
  if (state.status === 'planned') return reject('not-packed');
  if (!isUnderWay(state)) return reject('over');
  const { custodian, plan } = state;
  if (!isParty(by, custodian)) return reject('not-the-custodian');
  if (data.to === custodian) return reject('offered-to-its-custodian');
  // Whoever does not come for it is passed over: a new offer takes the place of one not yet accepted.
  return accept({ type: 'ParcelOffered', at, data: { parcelId: plan.parcelId, from: custodian, to: data.to } });
}

function acceptOffer({ at, by }: Command<'AcceptParcel'>, state: Known): Decided {
  if (state.status !== 'offered') return reject('not-offered');
  if (!isParty(by, state.offeredTo)) return reject('not-offered-to-you');
  return accept({ type: 'ParcelAccepted', at, data: { parcelId: state.plan.parcelId, custodian: state.offeredTo } });
}

function withdraw({ at, data }: Command<'WithdrawParcel'>, state: Known): Decided {
  const { parcelId, orderId } = state.plan;
  const declined = (reason: string) =>
    accept<ParcelEvent>({ type: 'ParcelWithdrawalDeclined', at, data: { parcelId, orderId, reason } });
  if (state.status === 'withdrawn') return accept(); // the request came twice
  if (state.status === 'handed-over') return declined('handed-over');
  if (state.status !== 'planned' && data.cause !== 'lapsed') return declined('already-packed');
  return accept({ type: 'ParcelWithdrawn', at, data: { parcelId, orderId } });
}

function expire({ at, data }: Command<'ExpirePass'>, state: Known): Decided {
  if (!isUnderWay(state)) return accept(); // it found its end before
  if (state.pass && at < state.pass.windowTo) return reject('window-open');
  const { parcelId, orderId } = state.plan;
  return accept<ParcelEvent>(
    { type: 'PassExpired', at, data: { parcelId, passId: data.passId } },
    { type: 'ParcelUncollected', at, data: { parcelId, orderId } },
  );
}

const custodianOf = (by: By): string => by.organisation || by.actor;
