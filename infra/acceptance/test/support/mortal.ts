import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startInstance, until, type Instance } from '@baogong/drill';
import type { Databases } from './databases.js';
import type { Raw } from './raw.js';
import { newId, openWorld, type World } from './world.js';

export interface Acknowledged {
  service: string;
  key: string;
  positions: string;
}

interface Command {
  path: string;
  body: unknown;
  as: string;
  key?: string;
}

const PASSING = [429, 502, 503, 504];
const GIVE_UP_SECONDS = 120;

/** An instance of a test's own that is killed under way, and a client that asks again until it is answered. */
export class Mortal {
  readonly acknowledged: Acknowledged[] = [];
  world!: World;
  private instance!: Instance;
  private readonly data = mkdtempSync(join(tmpdir(), 'baogong-mortal-'));

  async start(): Promise<void> {
    // The database runs as a user of its own where we are root, and must be able to enter.
    chmodSync(this.data, 0o755);
    const mode = process.env['BAOGONG_ACCEPTANCE'] === 'kafka' ? 'kafka' : 'embedded';
    this.instance = await startInstance({ mode, data: this.data });
    const { address, data } = this.instance;
    this.world = await openWorld({ address, data, databases: this.databases() });
  }

  databases(): Databases {
    const program = resolve(import.meta.dirname, 'print-databases.mjs');
    return JSON.parse(execFileSync(process.execPath, [program, this.data], { encoding: 'utf8' })) as Databases;
  }

  /** kill -9: of these parts where each is a process, of all at once where they are one. */
  async strike(parts: string[]): Promise<void> {
    if (this.world.mode === 'embedded') return this.strikeAll();
    for (const part of parts) {
      const pid = this.pidOf(part);
      if (pid === undefined) throw new Error(`${part} has no process to kill`);
      process.kill(pid, 'SIGKILL');
      await until(`${part} has risen again`, async () => {
        const next = this.pidOf(part);
        return next !== undefined && next !== pid ? true : undefined;
      });
    }
  }

  async strikeAll(): Promise<void> {
    const ended = new Promise((settle) => this.instance.process.once('exit', settle));
    this.instance.process.kill('SIGKILL');
    await ended;
    await this.start();
  }

  /** Sent with one key until it has an answer, whatever dies meanwhile. */
  async command({ path, body, as, key = newId() }: Command): Promise<Raw> {
    const answer = await until(
      `${path} is answered`,
      async () => {
        const request = { method: 'POST', path, body, as, headers: { 'idempotency-key': key } };
        const found = await this.world.raw(request).catch(() => undefined);
        return found && !PASSING.includes(found.status) ? found : undefined;
      },
      GIVE_UP_SECONDS,
    );
    const positions = answer.headers.get('baogong-position');
    if (answer.status < 300 && positions) {
      this.acknowledged.push({ service: positions.split(':')[0]!, key, positions });
    }
    return answer;
  }

  read(path: string, as: string): Promise<Record<string, unknown>> {
    return until(
      `${path} is read`,
      async () => {
        const found = await this.world.raw({ path, as }).catch(() => undefined);
        return found?.status === 200 ? found.body : undefined;
      },
      GIVE_UP_SECONDS,
    );
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
