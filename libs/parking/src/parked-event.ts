import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant } from '@baogong/kernel';

/** Which event it is, and who could not apply it. */
export interface ParkedPlace {
  consumer: string;
  source: string;
  shard: number;
  pos: number;
  stream: string;
  type: string;
}

/** What is known of a parked event when somebody decides about it. */
export interface ParkedFacts extends ParkedPlace {
  settled: boolean;
  /** No earlier event of its stream is parked. */
  first: boolean;
  /** This program still has the consumer. */
  consumed: boolean;
}

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: D;
}

export type ParkedEventCommand =
  | Asked<'ReplayParkedEvent', { parked: ParkedFacts }>
  | Asked<'SkipParkedEvent', { parked: ParkedFacts; reason: string }>;
export type ParkedEventDecided =
  Happened<'ParkedReplayOrdered', ParkedPlace> | Happened<'ParkedSkipOrdered', ParkedPlace & { reason: string }>;
export type ParkedEventRejection = 'already-settled' | 'behind-another' | 'consumer-gone';

export const PARKING_EVENTS = { ParkedReplayOrdered: 1, ParkedSkipOrdered: 1 } as const;

/** Orders about one parked event. How they end is no decision: a replay that fails again leaves it parked. */
export const parkedEvent: Decider<number, ParkedEventCommand, ParkedEventDecided, ParkedEventRejection> = {
  initial: 0,

  decide(command, _orders) {
    const { settled, first, consumed, ...place } = command.data.parked;
    if (settled) return reject('already-settled');
    if (!first) return reject('behind-another');
    switch (command.type) {
      case 'ReplayParkedEvent':
        if (!consumed) return reject('consumer-gone');
        return accept({ type: 'ParkedReplayOrdered', at: command.at, data: place });
      case 'SkipParkedEvent':
        return accept({ type: 'ParkedSkipOrdered', at: command.at, data: { ...place, reason: command.data.reason } });
      default:
        return unreachable(command);
    }
  },

  evolve: (orders) => orders + 1,
};
