import type { Service } from '@baogong/ledger';
import type { Clients } from '../load/clients.js';
import type { Installation } from '../installation/installation.js';
import type { Seeded } from '../seeded.js';

export interface Scene {
  installation: Installation;
  clients: Clients;
  chance: Seeded;
}

/** What was done, and how it is taken back; the time until all is well again begins with that. */
export interface Struck {
  what: string;
  lift(): Promise<void>;
}

export interface Fault {
  id: string;
  what: string;
  /** Milliseconds for which it lasts, at least and at most. */
  lasts: readonly [number, number];
  strike(scene: Scene): Promise<Struck>;
}

export const needed = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`);
  return value;
};

export const nothingToLift = (): Promise<void> => Promise.resolve();

export const serviceOf = ({ installation }: Scene, name: Service) => needed(installation.services, name);
