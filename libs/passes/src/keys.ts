import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

const SEED_BYTES = 32;
// DER of an Ed25519 private key (RFC 8410) up to the 32 bytes of its seed.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What signs passes and derives spoken codes. It never leaves the service. */
export interface PassKeys {
  /** 0 to 255; names the public key inside a pass, so that several are valid while keys roll. */
  keyId: number;
  privateKey: KeyObject;
  publicKey: KeyObject;
  codeKey: Buffer;
}

/** Public keys by key id: all that verifying takes. A station keeps one to work without the network. */
export type PassKeyRing = ReadonlyMap<number, KeyObject>;

/** An Ed25519 pair from one secret, the same every time. @param seed 32 random bytes kept secret */
export function signingPairOf(seed: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  if (seed.length !== SEED_BYTES) throw new Error(`a signing key must have ${SEED_BYTES} bytes`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Derives all keys from one secret, the same ones every time. @param seed 32 random bytes kept secret */
export function passKeysOf(seed: Uint8Array): PassKeys {
  const { privateKey, publicKey } = signingPairOf(seed);
  const [keyId] = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest();
  const codeKey = createHmac('sha256', seed).update('baogong spoken code v1').digest();
  return { keyId: keyId!, privateKey, publicKey, codeKey };
}

export function keyRingOf(...keys: Pick<PassKeys, 'keyId' | 'publicKey'>[]): PassKeyRing {
  const ring = new Map(keys.map(({ keyId, publicKey }) => [keyId, publicKey]));
  if (ring.size !== keys.length) throw new Error('two pass keys have the same key id');
  return ring;
}
