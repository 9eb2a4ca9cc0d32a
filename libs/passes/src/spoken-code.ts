import { createHmac, timingSafeEqual } from 'node:crypto';

const CODES = 1_000_000;

/**
 * Six digits that stand in for a pass where nobody can show one. Short enough to guess, so whoever asks for it must
 * count the tries.
 * @param key `codeKey` of the pass keys
 * @param place a station's id, or a household's territory for a door
 */
export function spokenCodeOf(key: Uint8Array, passId: string, place: string): string {
  const digest = createHmac('sha256', key).update(`${passId}\0${place}`).digest();
  // 48 bits over a million codes: the bias is below 1 in 10^8.
  return String(digest.readUIntBE(0, 6) % CODES).padStart(6, '0');
}

/** Compares in constant time. */
export function isSpokenCode(said: string, right: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
