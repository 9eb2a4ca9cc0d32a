import { accept, type Decider } from '@baogong/decider';
import { hashText, type Clock, type Instant, type Territory } from '@baogong/kernel';
import type { Authority } from './types.js';
import type { DutyRefused } from '@baogong/contracts';
import type { Envelope, EventStore } from '@baogong/event-store';
import type { Log } from '@baogong/observability';
import type { RefusedDuty } from './desk-types.js';
import { judgeSystem } from './duty.js';
import { citedRule } from './envelope.js';

export interface RefusalBookOptions {
  store: EventStore;
  authority: Authority;
  clock: Clock;
  newId(): string;
  log: Log;
}

export interface RefusalBook {
  note(refusal: RefusedDuty, seen: { actor: string; territory: Territory; correlation: string }): void;
  /** Since the start, by rule. */
  counts(): ReadonlyMap<string, number>;
  flush(): Promise<number>;
  close(): Promise<void>;
}

interface Entry {
  data: Omit<DutyRefused, 'count'>;
  correlation: string;
  count: number;
  recordedMinute: string;
}

interface RefusedEvent {
  type: 'DutyRefused';
  at: Instant;
  data: DutyRefused;
}

const FLUSH_MS = 1000;
const ENTRIES_MAX = 10_000;
const MINUTE_LENGTH = '2026-01-01T00:00'.length;

/** A refusal leaves no state behind: nothing that was refused before decides about the next one. */
const refusals: Decider<null, RefusedEvent, RefusedEvent, never> = {
  initial: null,
  decide: (event) => accept(event),
  evolve: () => null,
};

/**
 * Writes refusals down a second after the first, at most one event per actor, rule, action and minute: a rule names its
 * action, but the lack of one does not. What comes after it in the same minute is counted in the next minute's event, so
 * that the counts add up. The key names them all: another replica that was first is found by it.
 */
export function createRefusalBook(options: RefusalBookOptions): RefusalBook {
  const entries = new Map<string, Entry>();
  const counts = new Map<string, number>();
  let running: Promise<number> = Promise.resolve(0);
  const flush = (): Promise<number> => {
    running = running.catch(() => 0).then(() => flushAll(entries, options));
    return running;
  };
  const timer = setInterval(() => {
    if (entries.size > 0) flush().catch((error: unknown) => options.log.error({ err: error }, 'refusals not recorded'));
  }, FLUSH_MS);
  timer.unref();
  return {
    note(refusal, seen) {
      counts.set(refusal.rule, (counts.get(refusal.rule) ?? 0) + 1);
      const key = JSON.stringify([seen.actor, refusal.rule, refusal.action]);
      const entry = entries.get(key);
      if (entry) entry.count += 1;
      else if (entries.size < ENTRIES_MAX) entries.set(key, firstOf(refusal, seen));
      else options.log.warn({ rule: refusal.rule }, 'too many refusals to count');
    },
    counts: () => counts,
    flush,
    async close() {
      clearInterval(timer);
      await flush();
      const uncounted = [...entries.values()].reduce((sum, { count }) => sum + count, 0);
      if (uncounted > 0) options.log.warn({ uncounted }, 'refusals of this minute stay uncounted');
    },
  };
}

function firstOf(
  { rule, basis, role, action, organisation }: RefusedDuty,
  { actor, territory, correlation }: { actor: string; territory: Territory; correlation: string },
): Entry {
  const data = { actor, role, action, rule, basis, territory, ...(organisation === undefined ? {} : { organisation }) };
  return { data, correlation, count: 1, recordedMinute: '' };
}

async function flushAll(entries: Map<string, Entry>, options: RefusalBookOptions): Promise<number> {
  const minute = options.clock.now().slice(0, MINUTE_LENGTH);
  let recorded = 0;
  for (const [key, entry] of entries) {
    if (entry.count === 0 && entry.recordedMinute < minute) entries.delete(key);
    if (entry.count === 0 || entry.recordedMinute >= minute) continue;
    const written = await record(entry, minute, options);
    recorded += written;
  }
  return recorded;
}

async function record(entry: Entry, minute: string, options: RefusalBookOptions): Promise<number> {
  const { store, clock, newId, log } = options;
  const { data, count } = entry;
  const envelope = envelopeFor(entry, options);
  if (!envelope) return 0;
  const outcome = await store.execute({
    stream: { id: `refusals-${data.actor}`, kind: 'refusals', territory: data.territory },
    decider: refusals,
    key: `${data.rule}:${data.action}:${minute}`,
    // Our own attempt repeated by the store is the same; another replica's is not, and then the minute is taken.
    requestHash: hashText(newId()),
    actor: envelope.actor,
    admit: () => ({ ok: true, envelope }),
    command: { type: 'DutyRefused', at: clock.now(), data: { ...data, count } },
  });
  if (outcome.kind === 'overloaded') return 0;
  entry.recordedMinute = minute;
  if (outcome.kind === 'key-reused') return 0;
  if (outcome.kind !== 'appended' && outcome.kind !== 'replayed') log.error({ outcome: outcome.kind }, 'refusal lost');
  entry.count -= count;
  return 1;
}

function envelopeFor({ data, correlation }: Entry, options: RefusalBookOptions): Envelope | undefined {
  const { authority, clock, log } = options;
  const duty = { actor: 'system', action: 'RecordRefusals' as const, territory: data.territory, at: clock.now() };
  const judged = judgeSystem(authority, duty);
  if (!judged.ok) {
    log.error({ rule: data.rule }, 'the duty matrix has no rule under which refusals may be recorded');
    return undefined;
  }
  return {
    actor: judged.by.actor,
    role: judged.by.role,
    rule: citedRule(judged.rule, judged.inForce),
    policyVersion: judged.inForce.policyVersion,
    authorityStale: authority.isStale(),
    correlation,
    causation: correlation,
    drill: false,
  };
}
