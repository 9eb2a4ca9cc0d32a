import type { SampleCommunity, SampleHousehold } from '@baogong/sample';
import type { Client } from '../client.js';
import type { Progress } from '../strikes.js';

/** All that the parts of a day share. */
export interface Setting {
  client: Client;
  sample: SampleCommunity;
  households: SampleHousehold[];
  /** The death of these parts, in a drill that kills. */
  strike?(parts: readonly string[], progress?: Progress): Promise<void>;
  /** How many orders had their answer at that moment, by the log itself. */
  answeredAt?(moment: Date): Promise<number>;
  say(text: string): void;
}

export interface Item {
  offerId: string;
  sku: string;
  name: string;
  unit: string;
  priceFen: number;
  weightGrams: number;
  capPerHousehold: number;
}

export interface PlacedOrder {
  orderId: string;
  household: SampleHousehold;
  place: { kind: 'station'; stationId: string } | { kind: 'door' };
}

/** How many requests are under way at once. */
export const WIDTH = 24;
