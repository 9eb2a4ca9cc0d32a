import { z } from 'zod';
import { HEARTBEAT_CHAIN, HEARTBEAT_HEADERS, RECORD_HEADERS, TRACE_HEADER } from './record-headers.js';
import { CONTRACTS } from './registry.js';
import { CONTEXTS, topicOf, type Context } from './topics.js';

export interface AsyncApiOptions {
  version: string;
  /** Partitions of each topic. */
  shards: number;
}

export interface AsyncApiMessage {
  name: string;
  title: string;
  summary: string;
  contentType?: string;
  headers: object;
  payload?: object;
  examples?: object[];
}

const JSON_TYPE = 'application/json; charset=utf-8';
const PRIVATE = 'PrivateEvent';
const HEARTBEAT = 'ShardHeartbeat';
const RECORD_REFERENCE = { $ref: '#/components/schemas/RecordHeaders' };
const CONTENT_TYPE = { type: 'string', description: 'Of the payload; missing where there is none' };
const RECORD = headersOf(RECORD_HEADERS, { ce_traceparent: TRACE_HEADER, 'content-type': CONTENT_TYPE });
const HEARTBEATS = headersOf(HEARTBEAT_HEADERS, { ce_chain: HEARTBEAT_CHAIN });

/**
 * AsyncAPI 3.1 document of everything on the topics: a channel per service, a message per event type, and the two kinds of
 * record that hold no content.
 */
export function asyncApi({ version, shards }: AsyncApiOptions) {
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Baogong events',
      version,
      description:
        'CloudEvents 1.0 over Apache Kafka in binary mode. The key is the stream, the partition its shard. Readers pass over ' +
        'fields and types they do not know. No record carries personal data.',
    },
    defaultContentType: JSON_TYPE,
    channels: Object.fromEntries(CONTEXTS.map((context) => [context, channelOf(context, shards)])),
    operations: Object.fromEntries(
      CONTEXTS.map((context) => [`publish-${context}`, { action: 'send', channel: { $ref: `#/channels/${context}` } }]),
    ),
    components: {
      schemas: { RecordHeaders: RECORD, HeartbeatHeaders: HEARTBEATS },
      messages: { ...messagesOf(CONTEXTS), ...recordsWithoutContent() },
    },
  };
}

function channelOf(context: Context, shards: number) {
  const names = [...Object.keys(CONTRACTS[context]), PRIVATE, HEARTBEAT];
  return {
    address: topicOf(context),
    title: `Events of ${context}`,
    messages: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/messages/${componentOf(context, name)}` }]),
    ),
    bindings: { kafka: { topic: topicOf(context), partitions: shards, bindingVersion: '0.5.0' } },
  };
}

// A type that every service publishes is one message in each, for its headers name the service.
const componentOf = (context: Context, name: string): string =>
  name === PRIVATE || name === HEARTBEAT ? name : `${context}.${name}`;

function messagesOf(contexts: readonly Context[]): Record<string, AsyncApiMessage> {
  return Object.fromEntries(
    contexts.flatMap((context) =>
      Object.keys(CONTRACTS[context]).map((type) => [componentOf(context, type), messageOf(context, type)]),
    ),
  );
}

function messageOf(context: Context, type: string): AsyncApiMessage {
  const { version, schema, example } = CONTRACTS[context][type]!;
  const { $schema: _dialect, ...payload } = z.toJSONSchema(schema, { target: 'draft-7' });
  const exact = {
    ce_source: { const: `/baogong/${context}` },
    ce_type: { const: `${type}.v${version}` },
    'content-type': { const: JSON_TYPE },
  };
  return {
    name: `${type}.v${version}`,
    title: type,
    summary: `${type}, version ${version}, published by ${context}.`,
    contentType: JSON_TYPE,
    headers: {
      type: 'object',
      allOf: [RECORD_REFERENCE, { required: ['content-type'], properties: exact }],
    },
    payload,
    examples: [{ name: 'example', payload: example as object }],
  };
}

function recordsWithoutContent(): Record<string, AsyncApiMessage> {
  return {
    [PRIVATE]: {
      name: PRIVATE,
      title: 'An event that is private to its service',
      summary: 'Headers only: it keeps its place, so that positions stay without a hole.',
      headers: RECORD_REFERENCE,
      payload: { type: 'null' },
    },
    [HEARTBEAT]: {
      name: HEARTBEAT,
      title: 'A sign of life of a shard',
      summary: 'Tells readers how far the shard goes; it has no key and no place among the positions.',
      headers: { $ref: '#/components/schemas/HeartbeatHeaders' },
      payload: { type: 'null' },
    },
  };
}

function headersOf(required: object, optional: object) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}
