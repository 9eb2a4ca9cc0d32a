import { execFileSync } from 'node:child_process';
import { until } from '@baogong/drill';
import type { Databases } from './databases.js';
import type { MortalBody } from './mortal-body.js';
import { underTest, type Place } from './place.js';

const STAYING = ['postgres', 'kafka', 'oversight', 'orders', 'inventory', 'delivery', 'gateway'];
const COMMAND_MS = 120_000;

/** Containers that somebody else has brought up and takes down again; killed and started by compose. */
export class Containers implements MortalBody {
  private readonly command = JSON.parse(process.env['BAOGONG_ACCEPTANCE_COMPOSE'] ?? '[]') as string[];
  private readonly place = underTest();

  start(): Promise<Place> {
    return Promise.resolve(this.place);
  }

  databases(): Databases {
    return this.place.databases;
  }

  /** `orders-2` is the second replica of orders, and it alone is killed. */
  async strike(part: string): Promise<void> {
    const name = part === 'broker' ? 'kafka' : part;
    const [service = name] = name.split('-');
    if (service === name) this.compose('kill', '-s', 'SIGKILL', name);
    else execFileSync('docker', ['kill', '-s', 'KILL', this.lastOf(service)]);
    this.compose('start', service);
    await this.answers();
  }

  freeze(part: string): Promise<() => Promise<void>> {
    const container = this.lastOf(part.split('-')[0] ?? part);
    execFileSync('docker', ['pause', container]);
    return Promise.resolve(async () => void execFileSync('docker', ['unpause', container]));
  }

  async strikeAll(): Promise<undefined> {
    this.compose('kill', '-s', 'SIGKILL', ...STAYING);
    this.compose('start', ...STAYING);
    await this.answers();
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  private answers(): Promise<true> {
    return until(
      'the gateway answers',
      async () => ((await fetch(`${this.place.address}/health/live`).catch(() => undefined))?.ok ? true : undefined),
      COMMAND_MS / 1000,
    );
  }

  private lastOf(service: string): string {
    return this.compose('ps', '-q', service).split('\n').filter(Boolean).at(-1) ?? '';
  }

  private compose(...words: string[]): string {
    const [program = 'docker', ...more] = this.command;
    return execFileSync(program, [...more, ...words], {
      encoding: 'utf8',
      timeout: COMMAND_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }
}
