import type { Authority } from './types.js';
import type { Clock } from '@baogong/kernel';
import type { CommandResult, RefusedDuty } from './desk-types.js';
import type { Context } from '@baogong/contracts';
import type { Envelope, EventStore, Outcome } from '@baogong/event-store';
import type { Log } from '@baogong/observability';
import type { InForce } from './in-force.js';
import type { Judgement } from './refusing.js';

export interface DeskOptions {
  service: Context;
  store: EventStore;
  authority: Authority;
  clock: Clock;
  ids: { newId(): string };
  log: Log;
}

/** `drill` is the database's own mark: the store adds it. */
export function envelopeOf(
  { authority }: DeskOptions,
  { by, rule, inForce }: Extract<Judgement, { ok: true }>,
  { correlation, causation }: { correlation: string; causation: string },
): Envelope {
  const { actor, role } = by;
  return {
    actor,
    role,
    rule: citedRule(rule, inForce),
    policyVersion: inForce.policyVersion,
    authorityStale: authority.isStale(),
    correlation,
    causation,
    drill: false,
  };
}

/** A rule is found again only in the version of the matrix that it stood in; before the first there is none. */
export const citedRule = (rule: string, { matrix }: InForce): string =>
  matrix.version === 0 ? rule : `${rule}@${matrix.version}`;

export function resultOf<E, R extends string>(service: Context, outcome: Outcome<E, R>): CommandResult<E, R> {
  switch (outcome.kind) {
    case 'appended':
    case 'replayed': {
      const { version, events, shard, lastPos } = outcome;
      const replayed = outcome.kind === 'replayed';
      return { kind: 'done', version, replayed, events, position: `${service}:${shard}=${lastPos}` };
    }
    case 'unchanged':
      return { kind: 'done', version: outcome.version, replayed: false, events: [], position: '' };
    case 'refused':
      return withoutOrganisation(outcome.refusal as RefusedDuty | { kind: 'not-found' | 'version-required' });
    default:
      return outcome;
  }
}

type Told<T> = T extends { organisation?: string } ? Omit<T, 'organisation'> : T;

/** Whose organisation it was is for the district's record, not for the answer. */
export function withoutOrganisation<T extends object>(refusal: T): Told<T> {
  const told: T & { organisation?: string } = { ...refusal };
  delete told.organisation;
  return told as unknown as Told<T>;
}
