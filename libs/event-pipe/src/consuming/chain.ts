import { createHash } from 'node:crypto';

const START = '0'.repeat(64);

/** The producer's formula: each link holds the one before it, the event's leaf and its position. */
export function chainAfter(previous: string, leaf: string, pos: number): string {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(pos));
  return createHash('sha256')
    .update(Buffer.from(previous === '' ? START : previous, 'hex'))
    .update(Buffer.from(leaf, 'hex'))
    .update(place)
    .digest('hex');
}
