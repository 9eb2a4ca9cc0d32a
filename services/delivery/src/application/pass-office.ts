import {
  householdAliasOf,
  isSpokenCode,
  keyRingOf,
  passKeysOf,
  placeHashOf,
  sign,
  spokenCodeOf,
  verify,
  type PassKeys,
} from '@baogong/passes';
import type { IssuedPass, PlannedParcel, Proof } from '../domain/parcel/messages.js';
import type { Delivery } from './runtime.js';

/** What was shown at a place, before anything is known about the parcel. */
export type Shown = { place: string } & ({ pass: string } | { parcelId: string; code: string });

const derived = new WeakMap<Uint8Array, PassKeys>();

export function passKeysFor({ keys }: Pick<Delivery, 'keys'>): PassKeys {
  const seed = keys.passSigning;
  if (!seed) throw new Error('delivery needs the pass signing key (keys.passSigning, 32 bytes)');
  const known = derived.get(seed) ?? passKeysOf(seed);
  derived.set(seed, known);
  return known;
}

/** Made anew for every reader: neither the token nor the code is ever stored. */
export function passFor(delivery: Pick<Delivery, 'keys'>, issued: IssuedPass, plan: PlannedParcel) {
  const keys = passKeysFor(delivery);
  const { passId, place, windowFrom, windowTo } = issued;
  const kind = plan.place.kind === 'door' ? ('door' as const) : ('pickup' as const);
  const bound = { householdAlias: householdAliasOf(plan.householdId), placeHash: placeHashOf(place) };
  return {
    token: sign({ passId, ...bound, windowFrom, windowTo, kind }, keys),
    spokenCode: spokenCodeOf(keys.codeKey, passId, place),
  };
}

/** Which parcel it is about and what it proves; undefined for a pass we never signed. */
export function examine(
  delivery: Pick<Delivery, 'keys'>,
  shown: Shown,
): { parcelId: string; proof: Proof } | undefined {
  const keys = passKeysFor(delivery);
  if ('code' in shown) {
    const { parcelId, place, code } = shown;
    const right = isSpokenCode(code, spokenCodeOf(keys.codeKey, parcelId, place));
    return { parcelId, proof: { means: 'code', right } };
  }
  const verified = verify(shown.pass, keyRingOf(keys));
  if (!verified.ok) return undefined;
  const { passId, placeHash, householdAlias } = verified.pass;
  return { parcelId: passId, proof: { means: 'pass', passId, placeHash, householdAlias } };
}
