import { unreachable } from '@baogong/decider';
import type { IssuedPass, ParcelEvent, PlannedParcel } from './messages.js';

/** A parcel that exists as a thing: somebody holds it. */
export interface Held {
  plan: PlannedParcel;
  pieces: number;
  weightGrams: number;
  /** An organisation, or the person where none stands behind them. Exactly one at any instant. */
  custodian: string;
  pass?: IssuedPass;
  wrongCodes: number;
}

export type ParcelState =
  | { status: 'none' }
  | { status: 'planned'; plan: PlannedParcel }
  | ({ status: 'packed' | 'accepted' } & Held)
  | ({ status: 'offered'; offeredTo: string } & Held)
  | ({ status: 'handed-over' | 'uncollected' } & Held)
  | { status: 'withdrawn'; plan: PlannedParcel; custodian?: string; passRanOut?: true };

/** Between packing and its end. */
export type UnderWay = Extract<ParcelState, { status: 'packed' | 'offered' | 'accepted' }>;

export function isUnderWay(state: ParcelState): state is UnderWay {
  return state.status === 'packed' || state.status === 'offered' || state.status === 'accepted';
}

export function evolve(state: ParcelState, event: ParcelEvent): ParcelState {
  if (event.type === 'ParcelPlanned') return { status: 'planned', plan: event.data };
  if (state.status === 'none') throw new Error(`${event.type} before the parcel was planned`);
  if (state.status === 'withdrawn') return state;
  if (state.status === 'planned') return evolvePlanned(state, event);
  return evolveHeld(state, event);
}

function evolvePlanned(state: Extract<ParcelState, { status: 'planned' }>, event: ParcelEvent): ParcelState {
  switch (event.type) {
    case 'ParcelPacked': {
      const { packedBy, pieces, weightGrams } = event.data;
      return { status: 'packed', plan: state.plan, custodian: packedBy, pieces, weightGrams, wrongCodes: 0 };
    }
    case 'ParcelWithdrawn':
      return { status: 'withdrawn', plan: state.plan };
    default:
      return state; // a pass refused or a withdrawal declined changes nothing for a plan
  }
}

type HeldState = Exclude<ParcelState, { status: 'none' | 'planned' | 'withdrawn' }>;

type PassNews = Extract<ParcelEvent, { type: 'PassIssued' | 'PassRefused' | 'PassExpired' }>;
type Custody = Exclude<ParcelEvent, { type: 'ParcelPlanned' } | PassNews>;

function evolveHeld(state: HeldState, event: PassNews | Custody): ParcelState {
  switch (event.type) {
    case 'PassIssued':
      return { ...state, pass: event.data };
    case 'PassRefused':
      return event.data.reason === 'wrong-code' ? { ...state, wrongCodes: state.wrongCodes + 1 } : state;
    case 'PassExpired':
      return state;
    default:
      return evolveCustody(state, event);
  }
}

function evolveCustody(state: HeldState, event: Custody): ParcelState {
  switch (event.type) {
    case 'ParcelOffered':
      return { ...state, status: 'offered', offeredTo: event.data.to };
    case 'ParcelAccepted':
      return { ...held(state), status: 'accepted', custodian: event.data.custodian };
    case 'ParcelHandedOver':
      return { ...held(state), status: 'handed-over', custodian: event.data.householdId };
    case 'ParcelUncollected':
      return { ...held(state), status: 'uncollected' };
    case 'ParcelWithdrawn':
      return {
        status: 'withdrawn',
        plan: state.plan,
        custodian: state.custodian,
        ...(state.status === 'uncollected' ? { passRanOut: true } : {}),
      };
    case 'ParcelPacked':
    case 'ParcelWithdrawalDeclined':
      return state;
    default:
      return unreachable(event);
  }
}

function held({ plan, pieces, weightGrams, custodian, pass, wrongCodes }: HeldState): Held {
  return { plan, pieces, weightGrams, custodian, wrongCodes, ...(pass ? { pass } : {}) };
}
