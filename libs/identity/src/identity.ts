import { createHash } from 'node:crypto';
import { createLocalIssuer } from './local-issuer.js';
import type { LocalIssuer } from './local-issuer.js';
import { createVerifier } from './verifier.js';
import type { TokenVerifier } from './verified.js';

export type RealIssuer = { issuer: string; audience: string; jwksUrl: string };
export type IdentityOptions = { real?: RealIssuer; localKeyFile?: string };
/** `fingerprint`: what the issuer is known by, so that a database can tell a change of it. */
export type Identity = { verifier: TokenVerifier; fingerprint: string; local?: LocalIssuer };

/** One source of identity: whoever can read the local key could otherwise be anybody of the real city. */
export async function createIdentity({ real, localKeyFile }: IdentityOptions): Promise<Identity> {
  if (real && localKeyFile) throw new Error('The local issuer is refused beside a configured issuer: use one of them.');
  if (real) {
    const keys = new URL(real.jwksUrl);
    const verifier = createVerifier({ issuer: real.issuer, audience: real.audience, keys });
    return { verifier, fingerprint: fingerprintOf(real.issuer) };
  }
  if (!localKeyFile) throw new Error('No issuer is configured: give a real issuer or a local key file.');
  const local = await createLocalIssuer(localKeyFile);
  return { verifier: createVerifier(local), fingerprint: fingerprintOf(JSON.stringify(local.keys)), local };
}

function fingerprintOf(issuer: string): string {
  return createHash('sha256').update(`baogong fingerprint of issuer\0${issuer}`).digest('hex').slice(0, 16);
}
