import {
  answer,
  decideOn,
  groundOf,
  OverLimit,
  requestFor,
  type AnyFolding,
  type AnyOutcome,
  type AnyUnit,
  type AppendStep,
  type Ground,
  type Step,
} from './deciding.js';
import { MAX_BATCH, type AppendUnit, type Verdict } from './lane.js';
import type { KnownKey, LoadedStream, LoadRequest } from './reading.js';
import type { SnapshotWriter } from './snapshots.js';
import type { StateCache } from './state-cache.js';
import type { RecordedEvent } from './types.js';

export interface MailboxPorts {
  cache: StateCache;
  snapshots: SnapshotWriter;
  load(request: LoadRequest): Promise<LoadedStream>;
  /** Throws where an event could not be stored, before anything is sent. */
  prepare(step: AppendStep): AppendUnit;
  append(units: AppendUnit[]): Promise<(Verdict | Error)[]>;
  eventsOf(stream: string, known: KnownKey): Promise<{ shard: number; events: RecordedEvent[] }>;
  idle(stream: string): void;
}

interface Waiting {
  unit: AnyUnit;
  tries: number;
  resolve(outcome: AnyOutcome): void;
  reject(error: unknown): void;
}

type Decided = { waiting: Waiting } & (
  | { does: 'append'; step: AppendStep; prepared: AppendUnit }
  | { does: 'answer'; step: Exclude<Step, AppendStep> }
  | { does: 'fail'; error: unknown }
  | { does: 'wait' }
);

const MAX_TRIES = 40;
const NO_KEYS: ReadonlyMap<string, KnownKey> = new Map();

/**
 * The commands that wait on one stream: one load, decided in order, one append, and none of them waits for a conflict
 * with another. Only other processes can make it decide again, and only callers with If-Match see that.
 */
export class Mailbox {
  private readonly stream: string;
  private readonly ports: MailboxPorts;
  private queue: Waiting[] = [];
  private running = false;

  constructor(stream: string, ports: MailboxPorts) {
    this.stream = stream;
    this.ports = ports;
  }

  get size(): number {
    return this.queue.length;
  }

  submit(unit: AnyUnit): Promise<AnyOutcome> {
    return new Promise((resolve, reject) => {
      this.queue.push({ unit, tries: 0, resolve, reject });
      void this.run();
    });
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.queue.length > 0) {
      const taken = this.take();
      try {
        this.queue.unshift(...(await this.round(taken)));
      } catch (error) {
        this.ports.cache.drop(this.stream);
        taken.forEach(({ reject }) => reject(error));
      }
    }
    this.running = false;
    this.ports.idle(this.stream);
  }

  /** Those at the front that share a decider: its state is theirs. */
  private take(): Waiting[] {
    const { decider } = this.queue[0]!.unit;
    const other = this.queue.findIndex(({ unit }, place) => place === MAX_BATCH || unit.decider !== decider);
    return this.queue.splice(0, other < 0 ? this.queue.length : other);
  }

  /** Answers what it can and gives back what must be decided again. */
  private async round(taken: Waiting[]): Promise<Waiting[]> {
    const decided = this.fromCache(taken) ?? (await this.fromLog(taken));
    const appends = decided.flatMap((d) => (d.does === 'append' ? [d.prepared] : []));
    const verdicts = appends.length > 0 ? await this.ports.append(appends) : [];
    return this.settle(decided, verdicts);
  }

  /**
   * An append proves key and version by itself, so a cached state saves the load, but only while every command leads to
   * one: a rejection said from an old state would be wrong.
   */
  private fromCache(taken: Waiting[]): Decided[] | undefined {
    const cached = this.ports.cache.get(this.stream, taken[0]!.unit.decider);
    if (!cached || taken.some(({ tries }) => tries > 0)) return undefined;
    const decided = this.decideAll(taken, cached, NO_KEYS);
    return decided.every(({ does }) => does === 'append') ? decided : undefined;
  }

  private async fromLog(taken: Waiting[]): Promise<Decided[]> {
    const { decider } = taken[0]!.unit;
    const cached = this.ports.cache.get(this.stream, decider);
    const keys = [...new Set(taken.map(({ unit }) => unit.key))];
    const loaded = await this.ports.load({ ...requestFor(this.stream, decider, cached), keys });
    const ground = groundOf(this.stream, decider, { cached, loaded });
    if (!ground) {
      this.ports.cache.drop(this.stream);
      return this.fromLog(taken);
    }
    this.remember(decider, ground, ground.from);
    return this.decideAll(taken, ground, loaded.keys);
  }

  /** In order, each on what the ones before it will have appended; a key comes once a round, its repeats wait. */
  private decideAll(taken: Waiting[], start: Ground, keys: ReadonlyMap<string, KnownKey>): Decided[] {
    const used = new Set<string>();
    let ground = start;
    return taken.map((waiting) => {
      const { unit } = waiting;
      if (used.has(unit.key)) return { waiting, does: 'wait' };
      try {
        const step = decideOn(ground, unit, keys.get(unit.key));
        if (step.kind !== 'append') return { waiting, does: 'answer', step };
        const prepared = this.ports.prepare(step);
        used.add(unit.key);
        ground = step.next;
        return { waiting, does: 'append', step, prepared };
      } catch (error) {
        if (!(error instanceof OverLimit)) return { waiting, does: 'fail', error };
        return { waiting, does: 'answer', step: answer(error.outcome) };
      }
    });
  }

  private async settle(decided: Decided[], verdicts: (Verdict | Error)[]): Promise<Waiting[]> {
    const again: Waiting[] = [];
    const answers: Promise<void>[] = [];
    let place = 0;
    // What was decided on events that were not appended after all must be decided again.
    let intact = true;
    const appends = decided.flatMap((entry) => (entry.does === 'append' ? [entry.step] : []));
    for (const entry of decided) {
      if (entry.does === 'append') {
        const appended = answerAppended(entry.waiting, entry.step, verdicts[place++]!);
        if (appended === 'no') again.push(entry.waiting);
        intact &&= appended === 'yes';
      } else if (!intact || entry.does === 'wait') again.push(entry.waiting);
      else answers.push(this.answer(entry));
    }
    if (!intact) this.ports.cache.drop(this.stream);
    else if (appends.length > 0)
      this.remember(appends[0]!.unit.decider, appends.at(-1)!.next, appends[0]!.ground.version);
    await Promise.all(answers);
    return again.filter(mayTryAgain);
  }

  private async answer(entry: Exclude<Decided, { does: 'append' | 'wait' }>): Promise<void> {
    const { waiting } = entry;
    if (entry.does === 'fail') return waiting.reject(entry.error);
    if (entry.step.kind === 'answer') return waiting.resolve(entry.step.outcome);
    try {
      const { version, firstPos, lastPos } = entry.step.known;
      const found = await this.ports.eventsOf(this.stream, entry.step.known);
      waiting.resolve({ kind: 'replayed', version, firstPos, lastPos, ...found });
    } catch (error) {
      waiting.reject(error);
    }
  }

  private remember(folding: AnyFolding, { state, version, header }: Ground, from: number): void {
    if (!header) return;
    this.ports.cache.put(this.stream, { folding, state, version, header });
    this.ports.snapshots.offer(this.stream, folding, { state, version, from });
  }
}

/** An Error is this unit's own: it was answered, but what was decided on it was not. */
function answerAppended(waiting: Waiting, step: AppendStep, verdict: Verdict | Error): 'yes' | 'no' | 'failed' {
  if (verdict instanceof Error) {
    waiting.reject(verdict);
    return 'failed';
  }
  if (verdict.verdict !== 'appended') return 'no';
  const { version, shard, firstPos, lastPos } = verdict;
  waiting.resolve({ kind: 'appended', version, shard, firstPos, lastPos, events: step.events });
  return 'yes';
}

function mayTryAgain(waiting: Waiting): boolean {
  waiting.tries += 1;
  if (waiting.tries <= MAX_TRIES) return true;
  waiting.resolve({ kind: 'overloaded', retryAfterSeconds: 1 });
  return false;
}
