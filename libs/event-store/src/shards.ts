import { createHash } from 'node:crypto';

/** Fixed for ever: a database written with other values is refused at the start. */
export const SHARDS = 16;
export const SHARD_HASH = 'sha256-first-uint32-be-mod-16';

export function shardOf(streamId: string): number {
  return createHash('sha256').update(streamId, 'utf8').digest().readUInt32BE(0) % SHARDS;
}
