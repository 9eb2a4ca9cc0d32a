import { createLocalIssuer } from './local-issuer.js';
import type { LocalIssuer } from './local-issuer.js';
import { createVerifier } from './verifier.js';
import type { TokenVerifier } from './verifier.js';

export type RealIssuer = { issuer: string; audience: string; jwksUrl: string };
export type IdentityOptions = { real?: RealIssuer; localKeyFile?: string };
export type Identity = { verifier: TokenVerifier; local?: LocalIssuer };

/** One source of identity: whoever can read the local key could otherwise be anybody of the real city. */
export async function createIdentity({ real, localKeyFile }: IdentityOptions): Promise<Identity> {
  if (real && localKeyFile) throw new Error('The local issuer is refused beside a configured issuer: use one of them.');
  if (real) {
    const keys = new URL(real.jwksUrl);
    return { verifier: createVerifier({ issuer: real.issuer, audience: real.audience, keys }) };
  }
  if (!localKeyFile) throw new Error('No issuer is configured: give a real issuer or a local key file.');
  const local = await createLocalIssuer(localKeyFile);
  return { verifier: createVerifier(local), local };
}
