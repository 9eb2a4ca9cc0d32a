import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { householdOf, isTerritory, millisOf, type Instant, type Territory } from '@baogong/kernel';

export type ProxyKind = 'relative' | 'neighbour' | 'volunteer';
/** How the household agreed: on its own account, or heard by its committee. */
export type Consent = 'own-account' | 'in-person' | 'telephone' | 'paper';

export interface Appointment {
  proxyId: string;
  householdId: string;
  territory: Territory;
  actorId: string;
  kind: ProxyKind;
  consent: Consent;
  actions: string[];
  startsAt: Instant;
  expiresAt: Instant;
}

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: D;
}

export type ProxyCommand =
  | Asked<'AppointProxy', Appointment & { known: boolean; proxyActions: readonly string[] }>
  | Asked<'RevokeProxy', Record<string, never>>;
export type ProxyEvent = Happened<'ProxyAppointed', Appointment> | Happened<'ProxyRevoked', Ending>;
type Ending = { proxyId: string; actorId: string };
export type ProxyRejection =
  | 'already-appointed'
  | 'never-appointed'
  | 'unknown-actor'
  | 'not-a-household'
  | 'not-your-household'
  | 'consent-not-heard'
  | 'to-oneself'
  | 'not-for-proxies'
  | 'no-end'
  | 'too-long';
export type ProxyState = { status: 'none' } | { status: 'running'; appointment: Appointment } | { status: 'revoked' };

type Decided = Decision<ProxyEvent, ProxyRejection>;

const DAYS_MAX = 90;
const DAY_MS = 86_400_000;

/** Somebody who orders and collects for a household that agreed to it, until a time, and only what it named. */
export const proxy: Decider<ProxyState, ProxyCommand, ProxyEvent, ProxyRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'AppointProxy':
        return appoint(command, state);
      case 'RevokeProxy':
        return revoke(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'ProxyAppointed':
        return { status: 'running', appointment: event.data };
      case 'ProxyRevoked':
        return { status: 'revoked' };
      default:
        return unreachable(event);
    }
  },
};

function appoint({ at, by, data }: Extract<ProxyCommand, { type: 'AppointProxy' }>, state: ProxyState): Decided {
  if (state.status !== 'none') return reject('already-appointed');
  const { known, proxyActions, ...appointment } = data;
  const { territory, householdId, startsAt, expiresAt } = appointment;
  if (!isTerritory(territory) || householdOf(territory) !== householdId) return reject('not-a-household');
  if (!known) return reject('unknown-actor');
  const fault = consentFault(by, appointment);
  if (fault) return reject(fault);
  const foreign = appointment.actions.find((action) => !proxyActions.includes(action));
  if (foreign) return reject('not-for-proxies', { action: foreign });
  if (expiresAt <= startsAt || expiresAt <= at) return reject('no-end');
  if (millisOf(expiresAt) - millisOf(startsAt) > DAYS_MAX * DAY_MS) return reject('too-long');
  return accept({ type: 'ProxyAppointed', at, data: appointment });
}

/** A resident speaks for the own household; a committee writes down what it heard, and can hear nothing by itself. */
function consentFault(by: By, { actorId, householdId, consent }: Appointment): ProxyRejection | undefined {
  if (actorId === by.actor) return 'to-oneself';
  const own = by.role === 'resident';
  if (own && !by.households.includes(householdId)) return 'not-your-household';
  return own === (consent === 'own-account') ? undefined : 'consent-not-heard';
}

function revoke({ at, by }: Extract<ProxyCommand, { type: 'RevokeProxy' }>, state: ProxyState): Decided {
  if (state.status === 'none') return reject('never-appointed');
  if (state.status === 'revoked') return accept();
  const { proxyId, actorId, householdId } = state.appointment;
  if (by.role === 'resident' && !by.households.includes(householdId)) return reject('not-your-household');
  return accept({ type: 'ProxyRevoked', at, data: { proxyId, actorId } });
}
