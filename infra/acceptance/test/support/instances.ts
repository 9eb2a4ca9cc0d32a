import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startInstance, until, type Instance } from '@baogong/drill';
import type { Databases } from './databases.js';
import type { MortalBody } from './mortal-body.js';
import type { Place } from './world.js';

/** As `npm start` or `npm run start:kafka` would run it, on temporary data. */
export class Processes implements MortalBody {
  private instance!: Instance;
  private readonly data = mkdtempSync(join(tmpdir(), 'baogong-mortal-'));

  constructor(
    private readonly mode: 'embedded' | 'kafka',
    private readonly replicas: string | undefined,
  ) {
    // The database runs as a user of its own where we are root, and must be able to enter.
    chmodSync(this.data, 0o755);
  }

  async start(): Promise<Place> {
    const { mode, data, replicas } = this;
    this.instance = await startInstance({ mode, data, ...(replicas && { flags: ['--replicas', replicas] }) });
    return { address: this.instance.address, data: this.data, databases: this.databases() };
  }

  databases(): Databases {
    const program = resolve(import.meta.dirname, 'print-databases.mjs');
    return JSON.parse(execFileSync(process.execPath, [program, this.data], { encoding: 'utf8' })) as Databases;
  }

  async strike(part: string): Promise<void> {
    const pid = this.pidOf(part);
    if (pid === undefined) throw new Error(`${part} has no process to kill`);
    process.kill(pid, 'SIGKILL');
    await until(`${part} has risen again`, async () => {
      const next = this.pidOf(part);
      return next !== undefined && next !== pid ? true : undefined;
    });
  }

  freeze(part: string): Promise<() => Promise<void>> {
    const pid = this.pidOf(part);
    if (pid === undefined) throw new Error(`${part} has no process to stop`);
    process.kill(pid, 'SIGSTOP');
    return Promise.resolve(async () => void process.kill(pid, 'SIGCONT'));
  }

  async strikeAll(): Promise<Place> {
    const ended = new Promise((settle) => this.instance.process.once('exit', settle));
    this.instance.process.kill('SIGKILL');
    await ended;
    return this.start();
  }

  async end(): Promise<void> {
    await this.instance.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  private pidOf(part: string): number | undefined {
    try {
      return (JSON.parse(readFileSync(join(this.data, 'processes.json'), 'utf8')) as Record<string, number>)[part];
    } catch {
      return undefined;
    }
  }
}
