import { once } from 'node:events';

export interface Database {
  ownerUrl: string;
  appUrl: string;
  appRole: string;
}

/** Where a contender works: a database of its own in the cluster all share, and the broker all share. */
export interface Place extends Database {
  /** Where it needs more than one. */
  others: Database[];
  brokers: string[];
  /** The program to ask, where asking and serving are two processes. */
  service?: string;
}

/** One measurement: so many callers for so long, or a fixed amount of work. */
export interface Order {
  callers: number;
  /** Events of one command. */
  events: number;
  seconds: number;
  /** Where the work is a fixed amount. */
  amount?: number;
  /** Which work, where a contender knows several. */
  work?: string;
  /** Of an open loop: so many a second, whatever becomes of those before. */
  rate?: number;
}

export interface Run {
  done: number;
  /** What its tables hold more by, where that is not all that was done. */
  kept?: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** Of the process that serves, where that is another one than the one that asks. */
  peakMb?: number;
}

/** Ours, a peer or a limit: a process of its own that is measured in turn with the others. */
export interface Contender {
  run(order: Order): Promise<Run>;
  /** What its tables, or its topic, hold now: as much as its runs have acknowledged. */
  stored(): Promise<number>;
  close(): Promise<void>;
}

export type Asked = { do: 'run'; order: Order } | { do: 'stored' | 'close' };
export type Answer = { ready: true } | { run: Run } | { stored: number } | { closed: true } | { failed: string };

/** The whole of a contender's program: it opens, answers what it is asked over the channel, and ends. */
export function contend(open: (place: Place) => Promise<Contender>): void {
  void serve(open).catch((failure: Error) => {
    process.send?.({ failed: String(failure.stack) } satisfies Answer, () => process.exit(1));
  });
}

async function serve(open: (place: Place) => Promise<Contender>): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const contender = await open(JSON.parse(process.env['BENCH_PLACE']!) as Place);
  tell({ ready: true });
  for (;;) {
    const [asked] = (await once(process, 'message')) as [Asked];
    if (asked.do === 'run') tell({ run: await contender.run(asked.order) });
    else if (asked.do === 'stored') tell({ stored: await contender.stored() });
    else {
      await contender.close();
      process.send?.({ closed: true } satisfies Answer, () => process.exit(0));
      return;
    }
  }
}

const tell = (answer: Answer) => void process.send?.(answer);
