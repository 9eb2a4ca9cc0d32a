import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Asked, Order, Place, Run } from './contender.js';

const ANSWER_MS = 180_000;

/** The parent's side of a contender: told what to do, and held to what it acknowledged. */
export class Contestant {
  private acknowledged = 0;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(name: string, program: string, place: Place): Promise<Contestant> {
    const env = { ...process.env, BENCH_PLACE: JSON.stringify(place), NODE_ENV: 'production' };
    const child = fork(program, { env, stdio: ['ignore', 2, 2, 'ipc'], execArgv: ['--no-warnings'] });
    const contestant = new Contestant(name, child);
    await contestant.answer();
    return contestant;
  }

  get pid(): number {
    return this.child.pid!;
  }

  async run(order: Order): Promise<Run> {
    const answer = await this.ask({ do: 'run', order });
    if (!('run' in answer)) throw new Error(`${this.name} answered ${JSON.stringify(answer)}`);
    this.acknowledged += answer.run.kept ?? answer.run.done;
    return answer.run;
  }

  /** @throws Error where the tables hold more or less than was acknowledged */
  async verify(): Promise<void> {
    const answer = await this.ask({ do: 'stored' });
    const stored = 'stored' in answer ? answer.stored : -1;
    if (stored !== this.acknowledged) {
      throw new Error(`${this.name} acknowledged ${this.acknowledged} and holds ${stored}`);
    }
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.ask({ do: 'close' }).catch(() => this.child.kill('SIGKILL'));
    await gone;
    clearTimeout(late);
  }

  private ask(asked: Asked): Promise<Answer> {
    const answer = this.answer();
    this.child.send(asked);
    return answer;
  }

  private async answer(): Promise<Answer> {
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), ANSWER_MS);
    try {
      const { signal } = stop;
      const said = once(this.child, 'message', { signal }) as Promise<[Answer]>;
      const ended = once(this.child, 'exit', { signal }).then(([code]): never => {
        throw new Error(`${this.name} ended with ${String(code)}`);
      });
      const [answer] = await Promise.race([said, ended]);
      if ('failed' in answer) throw new Error(`${this.name}: ${answer.failed}`);
      return answer;
    } finally {
      clearTimeout(limit);
      stop.abort();
    }
  }
}
