import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { asyncApi, CONTEXTS, CONTRACTS, topicOf } from '@baogong/contracts';
import { SHARDS } from '@baogong/event-store';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
const official = require('@asyncapi/specs/schemas/3.1.0-without-$id.json') as object;
const committed = readFileSync(resolve(import.meta.dirname, '../../../docs/asyncapi.json'), 'utf8');
const document = () => JSON.parse(committed) as ReturnType<typeof asyncApi>;

describe('the AsyncAPI document', () => {
  // The official schema has formats and keywords of several drafts.
  const isAsyncApi = new Ajv({ strict: false, validateFormats: false }).compile(official);

  it('is valid by the official schema, and one without its channels’ addresses is not', () => {
    expect(isAsyncApi(document()) || isAsyncApi.errors).toBe(true);
    const planted = document();
    expect(isAsyncApi({ ...planted, channels: { orders: { addres: 'orders.events.v1' } } })).toBe(false);
  });

  it('has every topic with every event type of its service and no other', () => {
    const { channels } = document();
    for (const context of CONTEXTS) {
      const { address, messages, bindings } = channels[context]!;
      expect(address).toBe(topicOf(context));
      expect(bindings.kafka.partitions).toBe(SHARDS);
      const types = [...Object.keys(CONTRACTS[context]), 'PrivateEvent', 'ShardHeartbeat'];
      expect(Object.keys(messages).sort()).toEqual(types.sort());
    }
    expect(Object.keys(channels).sort()).toEqual([...CONTEXTS].sort());
  });

  it('has examples that its own schemas accept', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const [name, { payload, examples = [] }] of Object.entries(document().components.messages)) {
      for (const { payload: example } of examples as { payload: unknown }[]) {
        expect({ name, valid: ajv.validate(payload!, example) }).toEqual({ name, valid: true });
      }
    }
  });
});
