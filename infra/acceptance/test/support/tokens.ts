import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type JsonWebKey } from 'node:crypto';

export interface Signer {
  kid: string;
  publicX: string;
  sign(claims: object, carryingItsKey?: 'with its key'): string;
}

/** Tokens made by hand, so that every part of them can be wrong. */
export function signedWith(jwk: JsonWebKey & { kid?: string }): Signer {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const kid = jwk.kid ?? '';
  const { kty, crv, x } = jwk;
  return {
    kid,
    publicX: x ?? '',
    sign(claims, carryingItsKey) {
      const header = { alg: 'EdDSA', kid, ...(carryingItsKey ? { jwk: { kty, crv, x } } : {}) };
      const text = [header, claims].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')).join('.');
      return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
    },
  };
}

/** Somebody else's key, by its own name or under the name of a known one. */
export function stranger(kid = randomBytes(8).toString('hex')): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signedWith({ ...privateKey.export({ format: 'jwk' }), kid });
}
