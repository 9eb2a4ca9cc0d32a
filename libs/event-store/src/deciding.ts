import { communityOf } from '@baogong/kernel';
import type { KnownKey, LoadedStream, LoadRequest } from './reading.js';
import type { CachedState } from './state-cache.js';
import type { Envelope, Folding, Outcome, RecordedEvent, StreamHeader, Unit } from './types.js';

export type AnyUnit = Unit<unknown, unknown, RecordedEvent, string>;
export type AnyFolding = Folding<unknown, unknown>;
export type AnyOutcome = Outcome<RecordedEvent, string>;

/** What a stream is at one version: the ground the next command is decided on. */
export interface Ground {
  state: unknown;
  version: number;
  header: StreamHeader | undefined;
}

export interface AppendStep {
  kind: 'append';
  unit: AnyUnit;
  envelope: Envelope;
  ground: Ground;
  events: RecordedEvent[];
  next: Ground;
}

/** Thrown while an append is prepared; its caller is answered so, the other commands go on. */
export class OverLimit extends Error {
  constructor(readonly outcome: Extract<AnyOutcome, { kind: 'too-large' | 'too-many' | 'stream-full' }>) {
    super(outcome.kind);
  }
}

export type Step = AppendStep | { kind: 'replay'; known: KnownKey } | { kind: 'answer'; outcome: AnyOutcome };

/** The order is fixed: hidden, replayed, refused, stale, then decided. */
export function decideOn(ground: Ground, unit: AnyUnit, known: KnownKey | undefined): Step {
  const admission = unit.admit(ground.header);
  if (!admission.ok && isNotFound(admission.refusal)) return answer({ kind: 'refused', refusal: admission.refusal });
  if (known) return isSameRequest(unit, known) ? { kind: 'replay', known } : answer({ kind: 'key-reused' });
  if (!admission.ok) return answer({ kind: 'refused', refusal: admission.refusal });
  if (unit.ifMatch !== undefined && unit.ifMatch !== ground.version) {
    return answer({ kind: 'stale', version: ground.version });
  }
  const decision = unit.decider.decide(commandOf(unit, ground), ground.state);
  if (decision.kind === 'rejected') return answer(decision);
  if (decision.events.length === 0) return answer({ kind: 'unchanged', version: ground.version });
  const { events } = decision;
  return { kind: 'append', unit, envelope: admission.envelope, ground, events, next: after(ground, unit, events) };
}

export function fold(folding: AnyFolding, state: unknown, events: RecordedEvent[]): unknown {
  return events.reduce((folded, event) => folding.evolve(folded, event), state);
}

/** What has to be read to know the stream: all that is behind the state at hand, or behind a snapshot of it. */
export function requestFor(stream: string, folding: AnyFolding, cached: CachedState | undefined): LoadRequest {
  const fold = cached ? undefined : folding.snapshotRevision;
  return { stream, after: cached?.version ?? 0, keys: [], fold };
}

/** Undefined where the log is shorter than the state at hand, as one is that was restored behind our back. */
export function groundOf(
  stream: string,
  folding: AnyFolding,
  { cached, loaded }: { cached: CachedState | undefined; loaded: LoadedStream },
): (Ground & { from: number }) | undefined {
  const { header, events, snapshot } = loaded;
  const start = cached ?? snapshot ?? { state: folding.initial, version: 0 };
  const version = header?.version ?? 0;
  const reached = start.version + events.length;
  if (reached === version) return { state: fold(folding, start.state, events), version, header, from: start.version };
  if (cached) return undefined;
  throw new Error(`stream ${stream} has ${reached} events but version ${version}`);
}

export function answer(outcome: AnyOutcome): Exclude<Step, AppendStep> {
  return { kind: 'answer', outcome };
}

function commandOf({ command }: AnyUnit, { state, version }: Ground): unknown {
  return typeof command === 'function' ? (command as (s: unknown, v: number) => unknown)(state, version) : command;
}

function after(ground: Ground, { decider, stream }: AnyUnit, events: RecordedEvent[]): Ground {
  const version = ground.version + events.length;
  const { id, kind, territory } = stream;
  // A place above all communities is its own shelf: its streams belong to no community.
  const header = ground.header ?? { id, kind, territory, community: communityOf(territory) ?? territory, version };
  return { state: fold(decider, ground.state, events), version, header: { ...header, version } };
}

function isNotFound(refusal: unknown): boolean {
  return (refusal as { kind?: unknown } | null | undefined)?.kind === 'not-found';
}

function isSameRequest(unit: AnyUnit, known: KnownKey): boolean {
  return known.requestHash === unit.requestHash && known.actor === unit.actor;
}
