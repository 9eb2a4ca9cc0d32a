import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster, waitUntilGone, type Cluster, type KeyFolder } from '@baogong/start/parts';

const GONE_MS = 10_000;

/** PostgreSQL of an installation, which can be stopped at once, and paused with all that it has started. */
export class Database {
  private constructor(
    private readonly place: { data: string; logFolder: string; keys: KeyFolder },
    private cluster: Cluster,
  ) {}

  static async start(place: { data: string; logFolder: string; keys: KeyFolder }): Promise<Database> {
    return new Database(place, await startCluster({ ...place, passwords: place.keys.databasePasswords }));
  }

  get running(): Cluster {
    return this.cluster;
  }

  get port(): number {
    return this.cluster.port;
  }

  /** As `pg_ctl stop -m immediate`: nothing is written any more, and what was committed is in its log alone. */
  async stopAtOnce(): Promise<void> {
    const pid = this.pid();
    process.kill(pid, 'SIGQUIT');
    if (!(await waitUntilGone(pid, GONE_MS))) throw new Error('PostgreSQL does not stop at once');
  }

  async startAgain(): Promise<void> {
    this.cluster = await startCluster({ ...this.place, passwords: this.place.keys.databasePasswords });
  }

  pause(): void {
    this.signal('SIGSTOP');
  }

  goOn(): void {
    this.signal('SIGCONT');
  }

  stop(): Promise<void> {
    return this.cluster.stop();
  }

  private pid(): number {
    return Number(readFileSync(join(this.cluster.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private signal(signal: NodeJS.Signals): void {
    const postmaster = this.pid();
    for (const pid of [postmaster, ...childrenOf(postmaster)]) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
