import { isDeepStrictEqual } from 'node:util';
import { breaksOf, type Schema } from './schemas.js';

interface Message {
  name: string;
  headers: Schema;
  payload?: Schema;
}
export interface AsyncApi {
  channels: Record<string, { address: string; bindings: object; messages: Record<string, { $ref: string }> }>;
  components: { messages: Record<string, Message>; schemas?: Record<string, Schema> };
}

/** @returns what a reader of the topics written for the earlier AsyncAPI document would stumble over in the later one */
export function eventBreaks(before: AsyncApi, after: AsyncApi): string[] {
  return Object.entries(before.channels).flatMap(([name, old]) => {
    const now = after.channels[name];
    if (!now) return [`channel ${name} is gone`];
    const stayed = old.address === now.address && isDeepStrictEqual(old.bindings, now.bindings);
    return [
      ...(stayed ? [] : [`channel ${name} has another topic or number of partitions`]),
      ...Object.keys(old.messages).flatMap((type) => {
        const [earlier, later] = [messageOf(before, name, type), messageOf(after, name, type)];
        if (!earlier) return [];
        return later
          ? messageBreaks(earlier, later, { before, after }).map((at) => `${name} ${type} ${at}`)
          : [`${name} ${type} is gone`];
      }),
    ];
  });
}

function messageOf(document: AsyncApi, channel: string, type: string): Message | undefined {
  const reference = document.channels[channel]?.messages[type]?.$ref;
  return reference === undefined ? undefined : document.components.messages[reference.split('/').at(-1)!];
}

function messageBreaks(old: Message, now: Message, documents: { before: AsyncApi; after: AsyncApi }): string[] {
  const others = { ...documents, read: 'by others' } as const;
  // The version stands in the headers, and its rise is no break.
  const headers = breaksOf({ before: withoutType(old.headers), after: withoutType(now.headers) }, others);
  const payload = breaksOf({ before: old.payload ?? {}, after: now.payload ?? {} }, others);
  const silent = old.name === now.name && !isDeepStrictEqual(bare(old.payload), bare(now.payload));
  return [
    ...headers.map((at) => `headers ${at}`),
    ...payload.map((at) => `payload ${at}`),
    ...(silent ? [`payload is another and the version the same (${now.name})`] : []),
  ];
}

/** Without the exact type of a message, which names its version. */
function withoutType(headers: Schema): Schema {
  const parts = headers['allOf'] as Schema[] | undefined;
  return parts?.[0] ?? headers;
}

/** Without what is said for people only. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([name, value]) => name !== 'description' || typeof value !== 'string');
  return Object.fromEntries(kept.map(([name, value]) => [name, bare(value)]));
}
