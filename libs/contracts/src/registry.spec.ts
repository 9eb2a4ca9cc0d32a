import { z } from 'zod';
import { contract } from './contract.js';
import { deliveryContracts } from './delivery.js';
import { everyContracts } from './every.js';
import { inventoryContracts } from './inventory.js';
import { ordersContracts } from './orders.js';
import { oversightContracts } from './oversight.js';
import { contractOf, CONTRACTS, publishedTypes } from './registry.js';
import { CONTEXTS, isContext, topicOf } from './topics.js';

describe('a contract', () => {
  const schema = z.object({ pieces: z.number().int() });

  it('stops at load with an example that breaks it', () => {
    expect(() => contract({ version: 1, schema, example: { pieces: 1.5 } })).toThrow();
  });
  it('cannot be changed', () => {
    expect(Object.isFrozen(contract({ version: 1, schema, example: { pieces: 1 } }))).toBe(true);
  });
});

describe('the registry', () => {
  it('holds each name once over all contexts', () => {
    const parts = [ordersContracts, inventoryContracts, deliveryContracts, oversightContracts, everyContracts];
    const names = parts.flatMap((part) => Object.keys(part));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
  });
  it('has an example that fits and a JSON Schema for every type', () => {
    for (const { context, type, version, jsonSchema } of publishedTypes()) {
      const found = contractOf(context, type);
      expect(found?.schema.safeParse(found.example).success).toBe(true);
      expect(version).toBeGreaterThanOrEqual(1);
      expect(jsonSchema).toMatchObject({ type: 'object' });
    }
  });
  it('knows no type of another context, nor what every object inherits', () => {
    expect(contractOf('orders', 'ParcelPacked')).toBeUndefined();
    expect(contractOf('orders', 'toString')).toBeUndefined();
  });
  it('names a topic for each context', () => {
    expect(CONTEXTS.map(topicOf)).toEqual(Object.keys(CONTRACTS).map((name) => `${name}.events.v1`));
    expect(isContext('elsewhere')).toBe(false);
  });
});
