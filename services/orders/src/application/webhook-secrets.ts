import { createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';

const BYTES = 32;
/** A PKCS #8 document of an Ed25519 key is these bytes and the seed (RFC 8410, section 7). */
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** One version of a subscription's secrets: a symmetric one (`whsec_`) and an Ed25519 pair (`whpk_`). */
export interface WebhookSecrets {
  /** Shown once to the supplier: when the version is made. */
  secret: string;
  publicKey: string;
  symmetric: Buffer;
  signAsymmetric(text: string): Buffer;
}

/**
 * Both are derived (HKDF-SHA256, RFC 5869) from the service's master key, the subscription and the version: nothing
 * secret is stored, and a repeated request is answered as the first one was.
 */
export function webhookSecrets(master: Uint8Array, subscriptionId: string, version: number): WebhookSecrets {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, subscriptionId, `baogong webhook ${purpose} ${version}`, BYTES));
  const symmetric = derive('hmac-sha256');
  const seed = derive('ed25519');
  const key = createPrivateKey({ key: Buffer.concat([ED25519_HEAD, seed]), format: 'der', type: 'pkcs8' });
  return {
    secret: `whsec_${symmetric.toString('base64')}`,
    publicKey: `whpk_${publicBytes(key).toString('base64')}`,
    symmetric,
    signAsymmetric: (text) => sign(null, Buffer.from(text), key),
  };
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-BYTES);
}
