import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createIdentity, createLocalIssuer, createVerifier } from './index.js';
import type { LocalIssuer, TokenVerifier } from './index.js';

describe('identity', () => {
  let folder: string;
  let issuer: LocalIssuer;
  let verifier: TokenVerifier;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baogong-identity-'));
    issuer = await createLocalIssuer(join(folder, 'keys/issuer.json'));
    verifier = createVerifier(issuer);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const reasonOf = async (token: string) => {
    const verified = await verifier.verify(token);
    return verified.ok ? verified.actor : verified.reason;
  };
  const claims = (token: SignJWT): SignJWT =>
    token.setSubject('do-1').setIssuer(issuer.issuer).setAudience(issuer.audience).setExpirationTime('1h');

  it('names the actor of a good token', async () => {
    expect(await reasonOf(await issuer.sign('re-0001'))).toBe('re-0001');
  });

  it('keeps its key to itself and over restarts', async () => {
    const file = join(folder, 'keys/issuer.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [again, beside] = await Promise.all([createLocalIssuer(file), createLocalIssuer(file)]);
    expect([again.keys, beside.keys]).toEqual([issuer.keys, issuer.keys]);
    expect(JSON.stringify(issuer.keys)).not.toContain('"d"');
  });

  it('refuses what is expired, malformed, for others or without an actor', async () => {
    expect(await reasonOf(await issuer.sign('re-0001', -60))).toBe('expired');
    expect(await reasonOf('not.a.token')).toBe('malformed');
    expect(await reasonOf('x'.repeat(5000))).toBe('malformed');
    expect(await reasonOf(await issuer.sign(''))).toBe('no-actor');
    const other = createVerifier({ issuer: 'somebody', audience: issuer.audience, keys: issuer.keys });
    expect(await other.verify(await issuer.sign('re-0001'))).toMatchObject({ ok: false });
    const elsewhere = createVerifier({ issuer: issuer.issuer, audience: 'elsewhere', keys: issuer.keys });
    expect(await elsewhere.verify(await issuer.sign('re-0001'))).toMatchObject({ ok: false });
  });

  it('refuses a token that brings its own key, however well signed', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(publicKey);
    const token = await claims(new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', jwk })).sign(privateKey);
    expect(await reasonOf(token)).toBe('not-trusted');
  });

  it('refuses algorithms that are not on the list, and none', async () => {
    const shared = new TextEncoder().encode(String(issuer.keys.keys[0]?.x));
    expect(await reasonOf(await claims(new SignJWT({}).setProtectedHeader({ alg: 'HS256' })).sign(shared))).toBe(
      'not-trusted',
    );
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${encode({ alg: 'none' })}.${encode({ sub: 'do-1', iss: issuer.issuer, aud: issuer.audience })}.`;
    expect(['malformed', 'not-trusted']).toContain(await reasonOf(none));
  });

  it('refuses the local issuer beside a configured one', async () => {
    const real = { issuer: 'https://id.example', audience: 'baogong', jwksUrl: 'https://id.example/jwks' };
    await expect(createIdentity({ real, localKeyFile: join(folder, 'x') })).rejects.toThrow('refused');
    expect((await createIdentity({ real })).local).toBeUndefined();
    await expect(createIdentity({})).rejects.toThrow('No issuer');
  });
});
