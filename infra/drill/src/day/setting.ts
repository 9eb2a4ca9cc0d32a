import type { SampleCommunity, SampleHousehold } from '@baogong/sample';
import type { Client } from '../client.js';

/** All that the parts of a day share. */
export interface Setting {
  client: Client;
  sample: SampleCommunity;
  households: SampleHousehold[];
  /** Called in the middle of the rush and of the allocation: nothing, or the death of these parts. */
  strike(parts: string[]): Promise<void>;
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
