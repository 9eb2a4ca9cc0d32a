import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { addMinutes, covers, isTerritory, type Instant, type Territory } from '@baogong/kernel';
import { isFromOutside, mayBeGrantedBy, OUTSIDE_DAYS, OUTSIDE_DAYS_MAX } from './grantable.js';

export interface Grant {
  grantId: string;
  actorId: string;
  role: string;
  territory: Territory;
  organisation?: string;
  expiresAt?: Instant;
  /** The only actions it covers; missing means all that the role may do. */
  actions?: string[];
}

/** What the granting side holds itself: nobody gives away more than lies within it. */
export interface Reach {
  role: string;
  territory: Territory;
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
export interface Registration {
  actorId: string;
  kind: 'person' | 'organisation';
  name?: string;
}

export type ActorCommand =
  | Asked<'RegisterActor', Registration>
  /** `unregistered`: the place lies below a community, and its registry does not know it. */
  | Asked<'GrantRole', Grant & { reach: Reach[]; unregistered?: boolean }>
  | Asked<'WithdrawRole', { actorId: string; grantId: string; reach: Reach[] }>;

export type ActorEvent =
  | Happened<'ActorRegistered', Registration>
  | Happened<'RoleGranted', Grant>
  | Happened<'RoleWithdrawn', { grantId: string; actorId: string }>;

export type ActorRejection =
  | 'already-registered'
  | 'organisation-without-name'
  | 'person-with-name'
  | 'unknown-actor'
  | 'unknown-territory'
  | 'territory-not-registered'
  | 'already-granted'
  | 'already-expired'
  | 'too-long'
  | 'role-not-yours-to-grant'
  | 'outside-your-territory'
  | 'never-granted'
  | 'system-holds-no-role';

export type ActorState =
  | { status: 'none' }
  | { status: 'registered'; kind: Registration['kind']; live: Record<string, Grant>; withdrawn: string[] };

type Registered = Extract<ActorState, { status: 'registered' }>;
type Decided = Decision<ActorEvent, ActorRejection>;
type Command<T> = Extract<ActorCommand, { type: T }>;

export const actor: Decider<ActorState, ActorCommand, ActorEvent, ActorRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RegisterActor') return register(command, state);
    if (state.status === 'none') return reject('unknown-actor');
    switch (command.type) {
      case 'GrantRole':
        return grant(command, state);
      case 'WithdrawRole':
        return withdraw(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ActorRegistered':
        return { status: 'registered', kind: event.data.kind, live: {}, withdrawn: [] };
      case 'RoleGranted':
        return withGrants(state, (known) => ({ ...known, live: { ...known.live, [event.data.grantId]: event.data } }));
      case 'RoleWithdrawn':
        return withGrants(state, (known) => {
          const { [event.data.grantId]: _ended, ...live } = known.live;
          return { ...known, live, withdrawn: [...known.withdrawn, event.data.grantId] };
        });
      default:
        return unreachable(event);
    }
  },
};

function register({ at, data }: Command<'RegisterActor'>, state: ActorState): Decided {
  // A member of a second household is known already: the same registration again changes nothing.
  if (state.status === 'registered') return state.kind === data.kind ? accept() : reject('already-registered');
  if (data.kind === 'organisation' && !data.name) return reject('organisation-without-name');
  if (data.kind === 'person' && data.name !== undefined) return reject('person-with-name');
  const { actorId, kind, name } = data;
  return accept({ type: 'ActorRegistered', at, data: { actorId, kind, ...(name ? { name } : {}) } });
}

function grant({ at, by, data }: Command<'GrantRole'>, state: Registered): Decided {
  const { reach, unregistered, ...asked } = data;
  const granted = withEnd(at, asked);
  // No token may ever act as the machinery itself.
  if (granted.actorId === 'system') return reject('system-holds-no-role');
  const known = state.live[granted.grantId];
  if (known) return sameGrant(known, asked) ? accept() : reject('already-granted');
  if (state.withdrawn.includes(granted.grantId)) return reject('already-granted');
  if (!isTerritory(granted.territory)) return reject('unknown-territory');
  if (unregistered) return reject('territory-not-registered');
  const refusal = endFault(at, granted) ?? outsideReach(by, reach, granted);
  return refusal ? reject(refusal) : accept({ type: 'RoleGranted', at, data: granted });
}

/** Nobody from outside keeps a role for good: without an end of its own a grant ends by itself. */
function withEnd(at: Instant, granted: Grant): Grant {
  if (granted.expiresAt !== undefined || !isFromOutside(granted.role)) return granted;
  return { ...granted, expiresAt: inDays(at, OUTSIDE_DAYS) };
}

function endFault(at: Instant, { role, expiresAt }: Grant): ActorRejection | undefined {
  if (expiresAt === undefined) return undefined;
  if (expiresAt <= at) return 'already-expired';
  return isFromOutside(role) && expiresAt > inDays(at, OUTSIDE_DAYS_MAX) ? 'too-long' : undefined;
}

const inDays = (at: Instant, days: number): Instant => addMinutes(at, days * 24 * 60);

function withdraw({ at, by, data }: Command<'WithdrawRole'>, state: Registered): Decided {
  if (state.withdrawn.includes(data.grantId)) return accept();
  const known = state.live[data.grantId];
  if (!known) return reject('never-granted');
  const refusal = outsideReach(by, data.reach, known);
  if (refusal) return reject(refusal);
  return accept({ type: 'RoleWithdrawn', at, data: { grantId: known.grantId, actorId: known.actorId } });
}

function outsideReach(by: By, reach: Reach[], asked: Grant) {
  if (!mayBeGrantedBy(by.role, asked.role)) return 'role-not-yours-to-grant' as const;
  const within = reach.some(({ role, territory }) => role === by.role && covers(territory, asked.territory));
  return within ? undefined : ('outside-your-territory' as const);
}

/** Asked for again without an end, it is the one whose end was set for it. */
function sameGrant(known: Grant, asked: Grant): boolean {
  const terms = ({ role, territory, actions }: Grant) => JSON.stringify([role, territory, actions]);
  return terms(known) === terms(asked) && (asked.expiresAt ?? known.expiresAt) === known.expiresAt;
}

function withGrants(state: ActorState, change: (known: Registered) => Registered): ActorState {
  if (state.status === 'none') throw new Error('a grant before its actor');
  return change(state);
}
