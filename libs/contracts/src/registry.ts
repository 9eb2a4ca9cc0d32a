import { z } from 'zod';
import type { Contract } from './contract.js';
import { deliveryContracts } from './delivery.js';
import { everyContracts } from './every.js';
import { inventoryContracts } from './inventory.js';
import { ordersContracts } from './orders.js';
import { oversightContracts } from './oversight.js';
import type { Context } from './topics.js';

/** What each service publishes; a type that every service may publish stands under each of them. */
export const CONTRACTS: Readonly<Record<Context, Readonly<Record<string, Contract>>>> = Object.freeze({
  orders: Object.freeze({ ...ordersContracts, ...everyContracts }),
  inventory: Object.freeze({ ...inventoryContracts, ...everyContracts }),
  delivery: Object.freeze({ ...deliveryContracts, ...everyContracts }),
  oversight: Object.freeze({ ...oversightContracts, ...everyContracts }),
});

export function contractOf(context: Context, type: string): Contract | undefined {
  return Object.hasOwn(CONTRACTS[context], type) ? CONTRACTS[context][type] : undefined;
}

export interface PublishedType {
  context: Context;
  type: string;
  version: number;
  /** JSON Schema, for the contract pages and for consumers in other languages. */
  jsonSchema: unknown;
}

export function publishedTypes(): PublishedType[] {
  return (Object.keys(CONTRACTS) as Context[]).flatMap((context) =>
    Object.entries(CONTRACTS[context]).map(([type, { version, schema }]) => ({
      context,
      type,
      version,
      jsonSchema: z.toJSONSchema(schema),
    })),
  );
}
