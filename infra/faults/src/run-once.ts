import { readCursors, type Finding } from '@baogong/ledger';
import type { Fault } from './faults/fault.js';
import type { Installation } from './installation/installation.js';
import type { Clients } from './load/clients.js';
import type { Community } from './load/community.js';
import { Day } from './load/day.js';
import { Seeded } from './seeded.js';
import { verdict } from './verdict.js';

export interface Stage {
  installation: Installation;
  clients: Clients;
  community: Community;
  limits: Limits;
}
export interface Limits {
  /** How long a day may take, faults included. */
  daySeconds: number;
  /** How long the books may take to be right after it. */
  settlingSeconds: number;
}
export interface RunOutcome {
  fault: string;
  seed: number;
  what: string;
  findings: Finding[];
  recoverySeconds: number;
  seconds: number;
}

/** Commands of a day after which the fault may strike: all of them are sent in every day. */
const FEWEST = 4;
const SURE = 40;

/** Load, inject, heal, drain, check the books. */
export async function runOnce(stage: Stage, fault: Fault, seed: number): Promise<RunOutcome> {
  const started = performance.now();
  const { installation, clients, community, limits } = stage;
  const chance = new Seeded(`${fault.id}/${seed}`);
  clients.remembered = [];
  const earlierCursors = await readCursors(installation.databases());
  const trouble = new Trouble(stage, fault, chance);
  clients.afterCommands(chance.whole(FEWEST, SURE), () => trouble.begin());
  const failures: string[] = [];
  const day = new Day(clients, community, new Seeded(`day/${fault.id}/${seed}`));
  await within(limits.daySeconds, day.play()).catch((failure: unknown) => void failures.push(String(failure)));
  clients.forgetMoments();
  await trouble.over().catch((failure: unknown) => void failures.push(String(failure)));
  const findings = await verdict({
    ...{ installation, clients, earlierCursors },
    ...{ settlingSeconds: limits.settlingSeconds, roundId: day.roundId },
  });
  findings.push(day.strangers, { id: 'day', checked: 1, broken: failures.length > 0 ? 1 : 0, examples: failures });
  const { what, recoverySeconds } = trouble;
  return { fault: fault.id, seed, what, findings, recoverySeconds, seconds: since(started) };
}

class Trouble {
  what = '';
  recoverySeconds = 0;
  private ended: Promise<void> | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly fault: Fault,
    private readonly chance: Seeded,
  ) {}

  begin(): void {
    this.ended = this.runThrough();
    // Told by `over`; until then nobody listens.
    this.ended.catch(() => undefined);
  }

  async over(): Promise<void> {
    if (!this.ended) throw new Error('the day ended before the fault was due');
    await this.ended;
  }

  private async runThrough(): Promise<void> {
    const { installation, clients } = this.stage;
    const { what, lift } = await this.fault.strike({ installation, clients, chance: this.chance });
    this.what = what;
    await new Promise((later) => setTimeout(later, this.chance.whole(...this.fault.lasts)));
    const lifted = performance.now();
    await lift();
    await installation.ready();
    this.recoverySeconds = since(lifted);
  }
}

async function within(seconds: number, work: Promise<void>): Promise<void> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    limit = setTimeout(() => fail(new Error(`the day did not end within ${seconds} s`)), seconds * 1000);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(limit));
}

const since = (started: number): number => Math.round((performance.now() - started) / 100) / 10;
