import { contractOf, type Context } from '@baogong/contracts';
import type { IHeaders, Message } from 'kafkajs';
import type { EventRecord, ShardHead } from '../port.js';

/** CloudEvents 1.0, binary mode: names of headers are a format other organisations may rely on. */
const FORMAT = 'application/json; charset=utf-8';
const HEARTBEAT = 'heartbeat';

export function toMessage(record: EventRecord): Message {
  const { source, type } = record;
  const version = contractOf(source, type)?.version ?? record.revision;
  const headers: IHeaders = {
    ce_specversion: '1.0',
    ce_id: record.id,
    ce_source: `/baogong/${source}`,
    ce_type: `${type}.v${version}`,
    ce_subject: record.stream,
    ce_time: record.at,
    ce_shard: String(record.shard),
    ce_pos: String(record.pos),
    ce_epoch: String(record.epoch),
    ce_streamversion: String(record.version),
    ce_revision: String(record.revision),
    ce_actor: record.actor,
    ce_role: record.role,
    ce_rule: record.rule,
    ce_policyversion: String(record.policyVersion),
    ce_authoritystale: String(record.authorityStale),
    ce_community: record.community,
    ce_territory: record.territory,
    ce_correlation: record.correlation,
    ce_causation: record.causation,
    ce_leaf: record.leaf,
    ce_chain: record.chain,
    ce_drill: String(record.drill),
  };
  if (record.traceparent !== undefined) headers['ce_traceparent'] = record.traceparent;
  if (record.data === undefined) return { key: record.stream, value: null, headers, partition: record.shard };
  headers['content-type'] = FORMAT;
  return { key: record.stream, value: JSON.stringify(record.data), headers, partition: record.shard };
}

export function toHeartbeat(shard: number, head: ShardHead): Message {
  const { pos, epoch, chain } = head;
  const headers: IHeaders = { bg_control: HEARTBEAT, ce_pos: String(pos), ce_epoch: String(epoch) };
  return {
    key: null,
    value: null,
    partition: shard,
    headers: chain === undefined ? headers : { ...headers, ce_chain: chain },
  };
}

export type Decoded = { kind: 'event'; record: EventRecord } | { kind: 'heartbeat'; head: ShardHead } | undefined;

/** Undefined for what no relay of ours wrote: its position is then missing and is fetched from the producer's log. */
export function fromMessage(source: Context, message: { headers?: IHeaders; value: Buffer | null }): Decoded {
  const header = textsOf(message.headers ?? {});
  try {
    if (header.get('bg_control') === HEARTBEAT) return { kind: 'heartbeat', head: headOf(header) };
    const data = message.value === null ? {} : { data: JSON.parse(message.value.toString()) as unknown };
    return { kind: 'event', record: { ...recordOf(source, header), ...data } };
  } catch {
    return undefined;
  }
}

type Header = Map<string, string>;

function textsOf(headers: IHeaders): Header {
  return new Map(
    Object.entries(headers).map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)]),
  );
}

function headOf(header: Header): ShardHead {
  const chain = header.get('ce_chain');
  const head = { pos: count(header, 'ce_pos'), epoch: count(header, 'ce_epoch') };
  return chain === undefined ? head : { ...head, chain };
}

function recordOf(source: Context, header: Header): EventRecord {
  const traceparent = header.get('ce_traceparent');
  return {
    source,
    id: text(header, 'ce_id'),
    type: text(header, 'ce_type').replace(/\.v\d+$/, ''),
    stream: text(header, 'ce_subject'),
    at: text(header, 'ce_time'),
    shard: count(header, 'ce_shard'),
    pos: count(header, 'ce_pos'),
    epoch: count(header, 'ce_epoch'),
    version: count(header, 'ce_streamversion'),
    revision: count(header, 'ce_revision'),
    actor: text(header, 'ce_actor'),
    role: text(header, 'ce_role'),
    rule: text(header, 'ce_rule'),
    policyVersion: count(header, 'ce_policyversion'),
    authorityStale: text(header, 'ce_authoritystale') === 'true',
    community: text(header, 'ce_community'),
    territory: text(header, 'ce_territory'),
    correlation: text(header, 'ce_correlation'),
    causation: text(header, 'ce_causation'),
    leaf: text(header, 'ce_leaf'),
    chain: text(header, 'ce_chain'),
    drill: text(header, 'ce_drill') === 'true',
    ...(traceparent !== undefined && { traceparent }),
  };
}

function text(header: Header, name: string): string {
  const value = header.get(name);
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

function count(header: Header, name: string): number {
  const value = Number(text(header, name));
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is no count`);
  return value;
}
