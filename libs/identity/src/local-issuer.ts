import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';

export const LOCAL_ISSUER = 'baogong-local';
export const LOCAL_AUDIENCE = 'baogong';

export interface LocalIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JSONWebKeySet;
  sign(actor: string, lifetimeSeconds?: number): Promise<string>;
}

const TWELVE_HOURS_SECONDS = 12 * 60 * 60;

export async function createLocalIssuer(keyFile: string): Promise<LocalIssuer> {
  const secret = await keyIn(keyFile);
  const key = await importJWK(secret, 'EdDSA');
  const { kty, crv, x, kid } = secret;
  return {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    keys: { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] as JWK[] },
    sign(actor, lifetimeSeconds = TWELVE_HOURS_SECONDS) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'EdDSA', kid: kid ?? '' })
        .setSubject(actor)
        .setIssuer(LOCAL_ISSUER)
        .setAudience(LOCAL_AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimeSeconds)
        .sign(key);
    },
  };
}

async function keyIn(keyFile: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await createKey(keyFile);
  return JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
}

// Written aside and linked into place: two processes that start together end with one key, a crash leaves no half key.
async function createKey(keyFile: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'EdDSA', kid: randomBytes(8).toString('hex') };
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  const aside = `${keyFile}.${randomBytes(6).toString('hex')}`;
  await writeFile(aside, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  try {
    await link(aside, keyFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(aside);
  }
}
