import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';
import { addHours, hourOf, hoursBetween, isWholeHour } from './hours.js';

export interface Span {
  action: string;
  territory: Territory;
  /** Both whole hours; the last one is not part of it. */
  from: Instant;
  to: Instant;
}
/** Obliged before allowed before fallback. */
export type Rank = 1 | 2 | 3;

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: Span & D;
}

/** `lawful`: the organisations that are on duty there by their role alone. */
export type DutyShiftCommand =
  | Asked<'ClaimDuty', Span & { claimId: string; rank?: Rank; lawful: string[] }>
  | Asked<'ReleaseDuty', Span & { reason: string; lawful: string[] }>;
export type DutyShiftEvent =
  | Happened<'DutyClaimed', { claimId: string; role: string; claimedBy: string; organisation: string; rank: Rank }>
  | Happened<'DutyReleased', { releasedBy: string; organisation: string; byRole: boolean; reason: string }>;
export type DutyShiftRejection =
  | 'not-whole-hours'
  | 'no-hours'
  | 'in-the-past'
  | 'too-long'
  | 'too-far-ahead'
  | 'already-claimed'
  | 'not-eligible'
  | 'already-covered'
  | 'not-your-duty'
  | 'reason-missing';

interface Held {
  claimId: string;
  actor: string;
  organisation: string;
  hours: Instant[];
}
export interface DutyShiftState {
  claims: Held[];
  /** What an organisation gave back that is on duty by its role. */
  released: { organisation: string; hours: Instant[] }[];
}

type Decided = Decision<DutyShiftEvent, DutyShiftRejection>;

/** Nobody is on duty longer at a stretch. */
const HOURS_MAX = 12;
const AHEAD_HOURS_MAX = 14 * 24;

export const dutyShiftStream = (territory: Territory, action: string) => ({
  id: `duty-shift-${territory}-${action}`,
  kind: 'duty-shift',
  territory,
});

/** Who is on duty for one action in one community: by role, less what was given back; and by what was claimed of it. */
export const dutyShift: Decider<DutyShiftState, DutyShiftCommand, DutyShiftEvent, DutyShiftRejection> = {
  initial: { claims: [], released: [] },
  snapshotRevision: 1,

  decide(command, state) {
    const fault = spanFault(command.at, command.data);
    if (fault) return reject(fault);
    switch (command.type) {
      case 'ClaimDuty':
        return claim(command, state);
      case 'ReleaseDuty':
        return release(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    const { claims, released } = forgotten(state, event.at);
    const hours = hoursBetween(event.data.from, event.data.to);
    switch (event.type) {
      case 'DutyClaimed': {
        const { claimId, claimedBy: actor, organisation } = event.data;
        return { released, claims: [...claims, { claimId, actor, organisation, hours }] };
      }
      case 'DutyReleased': {
        const { releasedBy, organisation, byRole } = event.data;
        if (byRole) return { claims, released: [...released, { organisation, hours }] };
        const cut = claims.map((held) => (isOf(held, releasedBy, organisation) ? without(held, hours) : held));
        return { claims: cut, released };
      }
      default:
        return unreachable(event);
    }
  },
};

function spanFault(at: Instant, { from, to }: Span): DutyShiftRejection | undefined {
  if (!isWholeHour(from) || !isWholeHour(to)) return 'not-whole-hours';
  if (to <= from) return 'no-hours';
  if (from < hourOf(at)) return 'in-the-past';
  if (to > addHours(from, HOURS_MAX)) return 'too-long';
  return from > addHours(at, AHEAD_HOURS_MAX) ? 'too-far-ahead' : undefined;
}

function claim({ at, by, data }: Extract<DutyShiftCommand, { type: 'ClaimDuty' }>, state: DutyShiftState): Decided {
  const { rank, lawful, ...asked } = data;
  if (state.claims.some(({ claimId }) => claimId === asked.claimId)) return reject('already-claimed');
  if (rank === undefined) return reject('not-eligible', { action: asked.action });
  const covered = hoursBetween(asked.from, asked.to).find((hour) => isCovered(state, lawful, hour));
  if (covered) return reject('already-covered', { hour: covered });
  const organisation = by.organisation || by.actor;
  return accept({
    type: 'DutyClaimed',
    at,
    data: { ...asked, role: by.role, claimedBy: by.actor, organisation, rank },
  });
}

function release({ at, by, data }: Extract<DutyShiftCommand, { type: 'ReleaseDuty' }>, state: DutyShiftState): Decided {
  const { lawful, reason, ...span } = data;
  const organisation = by.organisation || by.actor;
  const claimed = (hour: Instant) =>
    state.claims.some((held) => isOf(held, by.actor, organisation) && held.hours.includes(hour));
  const hours = hoursBetween(span.from, span.to);
  // One gives back what one has claimed, or what one has by one's role: not both in one go.
  const byRole = !hours.some(claimed);
  const isHeld = byRole
    ? (hour: Instant) => lawful.includes(organisation) && !hasReleased(state, organisation, hour)
    : claimed;
  const foreign = hours.find((hour) => !isHeld(hour));
  if (foreign) return reject('not-your-duty', { hour: foreign });
  if (reason.trim() === '') return reject('reason-missing');
  return accept({ type: 'DutyReleased', at, data: { ...span, releasedBy: by.actor, organisation, byRole, reason } });
}

function isCovered(state: DutyShiftState, lawful: string[], hour: Instant): boolean {
  return (
    state.claims.some(({ hours }) => hours.includes(hour)) ||
    lawful.some((organisation) => !hasReleased(state, organisation, hour))
  );
}

function hasReleased({ released }: DutyShiftState, organisation: string, hour: Instant): boolean {
  return released.some((given) => given.organisation === organisation && given.hours.includes(hour));
}

const isOf = ({ actor, organisation }: Held, releasedBy: string, own: string): boolean =>
  actor === releasedBy || (organisation === own && own === releasedBy);

const without = (held: Held, hours: Instant[]): Held => ({
  ...held,
  hours: held.hours.filter((hour) => !hours.includes(hour)),
});

/** Hours that are over decide nothing any more. */
function forgotten({ claims, released }: DutyShiftState, at: Instant): DutyShiftState {
  const since = hourOf(at);
  const coming = <T extends { hours: Instant[] }>(all: T[]) =>
    all
      .map((each) => ({ ...each, hours: each.hours.filter((hour) => hour >= since) }))
      .filter(({ hours }) => hours.length > 0);
  return { claims: coming(claims), released: coming(released) };
}
