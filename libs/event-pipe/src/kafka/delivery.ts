import type { Context } from '@baogong/contracts';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { Redelivery, type ConsumeOptions, type ShardBatch } from '../port.js';
import { fromMessage } from './codec.js';
import type { PartitionBook } from './partition-book.js';

const CHUNK = 500;
/** A batch that takes longer goes on with the next fetch: the group must hear from us in between. */
const BATCH_MS = 2000;
const RETRY_MS = 500;

export interface Delivery {
  source: Context;
  payload: EachBatchPayload;
  consume: ConsumeOptions;
  book: PartitionBook;
  onError?(error: unknown): void;
}

/** Hands on the records of one fetch chunk by chunk and resolves what was taken; the rest comes again. */
export async function deliverBatch(delivery: Delivery): Promise<void> {
  const { payload, book, source } = delivery;
  const partition = { source, shard: payload.batch.partition };
  const stopAt = Date.now() + BATCH_MS;
  const alive = setInterval(() => void payload.heartbeat().catch(() => undefined), 1000);
  try {
    for (const chunk of chunksOf(payload.batch.messages)) {
      if (!payload.isRunning() || payload.isStale() || book.isPaused(partition)) return;
      await book.while(() => deliverChunk(delivery, chunk));
      if (Date.now() > stopAt) return;
    }
  } catch (error) {
    comeAgain(delivery, error);
  } finally {
    clearInterval(alive);
  }
  await payload.heartbeat();
}

async function deliverChunk({ source, payload, consume, book }: Delivery, chunk: KafkaMessage[]): Promise<void> {
  const shard = payload.batch.partition;
  const lastOffset = chunk.at(-1)?.offset;
  if (lastOffset === undefined) return;
  const batch = batchOf({ source, shard }, chunk);
  await consume.onBatch(batch);
  payload.resolveOffset(lastOffset);
  const pos = batch.records.at(-1)?.pos ?? 0;
  book.delivered({ source, shard }, { pos, head: batch.head?.pos ?? 0, offset: lastOffset });
}

function batchOf(place: { source: Context; shard: number }, chunk: KafkaMessage[]): ShardBatch {
  const batch: ShardBatch = { ...place, records: [] };
  for (const message of chunk) {
    const decoded = fromMessage(place.source, message);
    if (decoded?.kind === 'event' && decoded.record.shard === place.shard) batch.records.push(decoded.record);
    // Only a sign of life after the last record says that nothing is missing before it.
    if (decoded?.kind === 'heartbeat') batch.head = decoded.head;
    else delete batch.head;
  }
  return batch;
}

function comeAgain({ payload, book, source, onError }: Delivery, error: unknown): void {
  const waitMs = error instanceof Redelivery ? error.afterMs : RETRY_MS;
  if (!(error instanceof Redelivery)) onError?.(error);
  const resume = payload.pause();
  setTimeout(() => {
    if (!book.isPaused({ source, shard: payload.batch.partition })) resume();
  }, waitMs);
}

function chunksOf(messages: KafkaMessage[]): KafkaMessage[][] {
  const chunks: KafkaMessage[][] = [];
  for (let at = 0; at < messages.length; at += CHUNK) chunks.push(messages.slice(at, at + CHUNK));
  return chunks;
}
