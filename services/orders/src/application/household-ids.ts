import { hkdfSync } from 'node:crypto';
import { uuid7, type Territory } from '@baogong/kernel';

/** As many as uuid7 asks for; ids of addresses carry no time. */
const BYTES = 10;

/**
 * The id of the household at an address: two who register the same address at the same moment mean one household. It
 * is derived (HKDF-SHA256, RFC 5869) from the vault's master key, so that nobody else finds the room to an id by trying
 * all of a building.
 */
export function householdIdAt(master: Uint8Array, { place, room }: { place: Territory; room: string }): string {
  return uuid7(0, new Uint8Array(hkdfSync('sha256', master, place, `baogong household at ${room}`, BYTES)));
}
