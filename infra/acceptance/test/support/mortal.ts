import { until } from '@baogong/drill';
import { Containers } from './containers.js';
import type { Databases } from './databases.js';
import { Replicated, Shared } from './instances.js';
import type { MortalBody } from './mortal-body.js';
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

/** An instance that is killed under way, and a client that asks again until it is answered. */
export class Mortal {
  readonly acknowledged: Acknowledged[] = [];
  world!: World;
  private body!: MortalBody;

  /** @param replicas how many processes of a service, such as `orders=2`; containers are scaled by who started them */
  async start({ replicas }: { replicas?: string } = {}): Promise<void> {
    const mode = process.env['BAOGONG_ACCEPTANCE'];
    if (mode === 'compose') this.body = new Containers();
    else this.body = replicas ? new Replicated(replicas) : new Shared(mode === 'kafka' ? 'kafka' : 'embedded');
    this.world = await openWorld(await this.body.start());
  }

  databases(): Databases {
    return this.body.databases();
  }

  /** kill -9: of these parts where each is a process or a container, of all at once where they are one. */
  async strike(parts: string[]): Promise<void> {
    if (this.world.mode === 'embedded') return this.strikeAll();
    for (const part of parts) await this.body.strike(part);
  }

  /** As a process that is stopped, or a machine that hangs: @returns what lets it go on */
  freeze(part: string): Promise<() => Promise<void>> {
    return this.body.freeze(part);
  }

  async strikeAll(): Promise<void> {
    const place = await this.body.strikeAll();
    if (place) this.world = await openWorld(place);
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

  end(): Promise<void> {
    return this.body.end();
  }
}
