import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { waitUntilGone } from '../processes.js';
import { trouble } from '@baogong/operation';
import { BackingOff } from './backing-off.js';

export type ServiceProcessOptions = {
  name: string;
  program: string;
  /** Seen in the list of processes: tells whose it is when an instance was killed. */
  mark: string;
  logFile: string;
  environment: NodeJS.ProcessEnv;
  onChange(): void;
  /** It says of itself that starting it again does not help. */
  onHopeless(name: string): void;
};

const EXIT_CONFIGURATION = 78;
/** How Node ends when its heap is full: aborted, or so told by a shell. */
const OUT_OF_MEMORY = 134;
const STOP_PATIENCE_MS = 5000;
const KILL_PATIENCE_MS = 1000;

/** One service as a child process that is started again whenever it ends without being told to. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopping = false;
  private readonly backingOff = new BackingOff();

  constructor(private readonly options: ServiceProcessOptions) {
    this.launch();
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    const { child } = this;
    if (child?.pid === undefined) return;
    child.kill('SIGTERM');
    if (await waitUntilGone(child.pid, STOP_PATIENCE_MS)) return;
    // Nothing acknowledged is lost by it: the next start goes on where the log ends.
    child.kill('SIGKILL');
    await waitUntilGone(child.pid, KILL_PATIENCE_MS);
  }

  private launch(): void {
    const { program, mark, logFile, environment, onChange } = this.options;
    const startedAt = Date.now();
    const words = openSync(logFile, 'a', 0o600);
    // A group of its own: Ctrl-C in the terminal reaches us only. The channel tells it when we are gone.
    const child = spawn(process.execPath, [program, mark], {
      env: environment,
      detached: true,
      stdio: ['ignore', words, words, 'ipc'],
    });
    closeSync(words);
    this.child = child;
    child.once('error', () => this.ended(startedAt, null));
    child.once('exit', (code, signal) => {
      if (code === OUT_OF_MEMORY || signal === 'SIGABRT') this.tellMemory();
      this.ended(startedAt, code);
    });
    onChange();
  }

  private tellMemory(): void {
    const { name, logFile } = this.options;
    const { message } = trouble('memory-exceeded', {
      who: `The service ${name}`,
      how: 'its heap is full',
      log: logFile,
    });
    process.stderr.write(`${message}\nIt is started again.\n`);
  }

  private ended(startedAt: number, code: number | null): void {
    if (this.child === undefined) return;
    this.child = undefined;
    if (this.stopping) return;
    this.options.onChange();
    if (code === EXIT_CONFIGURATION) return this.options.onHopeless(this.name);
    this.again = setTimeout(() => this.launch(), this.backingOff.nextMs(startedAt));
  }
}
