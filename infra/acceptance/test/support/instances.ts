import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pidOfPart, startInstance, strikePart, until, type Instance } from '@baogong/drill';
import type { Databases } from './databases.js';
import type { MortalBody } from './mortal-body.js';
import { handOn, placeOf, underTest, type Place } from './place.js';

type Mode = 'embedded' | 'kafka';

/** The one that all files share, as `npm start` or `npm run start:kafka` runs it; who kills it comes after the others. */
export class Shared implements MortalBody {
  constructor(private readonly mode: Mode) {}

  start(): Promise<Place> {
    return Promise.resolve(underTest());
  }

  databases(): Databases {
    return underTest().databases;
  }

  strike(part: string): Promise<void> {
    return strikePart(underTest().data, part);
  }

  freeze(part: string): Promise<() => Promise<void>> {
    return freeze(underTest().data, part);
  }

  async strikeAll(): Promise<Place> {
    const { address, data } = underTest();
    const { pid } = JSON.parse(readFileSync(join(data, 'instance.lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await until(`process ${pid} has ended`, async () => (isAlive(pid) ? undefined : true), 10);
    await startInstance({ mode: this.mode, data, port: Number(new URL(address).port) });
    return handOn(placeOf(address, data));
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}

/** One of a test's own, on temporary data, with several processes of some services. */
export class Replicated implements MortalBody {
  private instance!: Instance;
  private readonly data = mkdtempSync(join(tmpdir(), 'baogong-mortal-'));

  constructor(private readonly replicas: string) {
    // The database runs as a user of its own where we are root, and must be able to enter.
    chmodSync(this.data, 0o755);
  }

  async start(): Promise<Place> {
    const { data, replicas } = this;
    this.instance = await startInstance({ mode: 'kafka', data, flags: ['--replicas', replicas] });
    return placeOf(this.instance.address, data);
  }

  databases(): Databases {
    return placeOf(this.instance.address, this.data).databases;
  }

  strike(part: string): Promise<void> {
    return strikePart(this.data, part);
  }

  freeze(part: string): Promise<() => Promise<void>> {
    return freeze(this.data, part);
  }

  strikeAll(): Promise<Place> {
    throw new Error('replicas are killed one by one');
  }

  async end(): Promise<void> {
    await this.instance.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

function freeze(data: string, part: string): Promise<() => Promise<void>> {
  const pid = pidOfPart(data, part);
  if (pid === undefined) throw new Error(`${part} has no process to stop`);
  process.kill(pid, 'SIGSTOP');
  return Promise.resolve(async () => void process.kill(pid, 'SIGCONT'));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
