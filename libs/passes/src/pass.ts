import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { decodeBase45, encodeBase45 } from './base45.js';
import type { PassKeyRing, PassKeys } from './keys.js';
import { BODY_BYTES, bodyOf, passOf, placeHashOf, type Pass } from './pass-body.js';

/** 30 bytes of body and 64 of Ed25519 signature. */
export const PASS_BYTES = 94;
/** Of the base45 text; fits a QR code of version 6-M. */
export const PASS_CHARACTERS = 141;

/** `forged` means that the text is well formed and the signature is not ours. */
export type PassFault = 'malformed' | 'unknown-key' | 'forged';
export type Verified = { ok: true; pass: Pass } | { ok: false; reason: PassFault };
export type PassStanding = 'good' | 'foreign' | 'too-early' | 'expired';

/** Ed25519 is deterministic: the same pass and key give the same text, so a token need not be stored. */
export function sign(pass: Omit<Pass, 'keyId'>, keys: PassKeys): string {
  const body = bodyOf({ ...pass, keyId: keys.keyId });
  return encodeBase45(Buffer.concat([body, signBytes(null, body, keys.privateKey)]));
}

/** Whether we signed this text, and what it says. Needs no server: a key ring is enough. */
export function verify(token: string, keys: PassKeyRing): Verified {
  if (token.length !== PASS_CHARACTERS) return { ok: false, reason: 'malformed' };
  const bytes = decodeBase45(token);
  if (bytes?.length !== PASS_BYTES) return { ok: false, reason: 'malformed' };
  const body = Buffer.from(bytes.subarray(0, BODY_BYTES));
  const pass = passOf(body);
  if (!pass) return { ok: false, reason: 'malformed' };
  const publicKey = keys.get(pass.keyId);
  if (!publicKey) return { ok: false, reason: 'unknown-key' };
  return verifyBytes(null, body, publicKey, bytes.subarray(BODY_BYTES))
    ? { ok: true, pass }
    : { ok: false, reason: 'forged' };
}

/**
 * What a verified pass is worth here and now, as far as the pass itself can tell: whether it was used before is known
 * to the one place it is bound to.
 * @param at RFC 3339 in UTC with milliseconds
 */
export function standingOf(pass: Pass, { place, at }: { place: string; at: string }): PassStanding {
  if (pass.placeHash !== placeHashOf(place)) return 'foreign';
  if (at < pass.windowFrom) return 'too-early';
  return at < pass.windowTo ? 'good' : 'expired';
}
