import { createHmac, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@baogong/drill';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '@baogong/identity';
import { enrol, foundCommunity, type Community } from './support/community.js';
import { signedWith, stranger, type Signer } from './support/tokens.js';
import { newId, OFFICE, openWorld, type World } from './support/world.js';

/** One reading of each service. */
const READINGS = { orders: 'rounds', inventory: 'supply-offers', delivery: 'stations', oversight: 'duty-matrix' };
const SECOND = 1000;

let world: World;
let community: Community;
let issuer: Signer;

beforeAll(async () => {
  world = await openWorld();
  community = await foundCommunity(world, 'who', ['b-01']);
  issuer = signedWith(JSON.parse(readFileSync(join(world.data, 'keys', 'issuer.json'), 'utf8')) as JsonWebKey);
}, 120_000);

const claims = (more: object = {}) => {
  const now = Math.floor(Date.now() / SECOND);
  return { sub: OFFICE, iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, iat: now, exp: now + 600, ...more };
};

async function answers(token: string): Promise<number[]> {
  const headers = { authorization: `Bearer ${token}` };
  return Promise.all(Object.values(READINGS).map(async (path) => (await world.raw({ path, headers })).status));
}

describe('tokens', () => {
  it('opens every service with a token of the issuer', async () => {
    expect(await answers(issuer.sign(claims()))).toEqual([200, 200, 200, 200]);
  });

  it('answers 401 without one, in problem details', async () => {
    const { status, headers, body } = await world.raw({ path: 'rounds' });
    expect([status, headers.get('content-type')]).toEqual([401, expect.stringContaining('application/problem+json')]);
    expect(body).toMatchObject({ code: 'not-authenticated', type: expect.stringContaining('/problems/') as string });
  });

  const bad: [string, () => string][] = [
    ['the algorithm none', () => `${part({ alg: 'none' })}.${part(claims())}.`],
    ['the algorithm none with the right kid', () => `${part({ alg: 'none', kid: issuer.kid })}.${part(claims())}.`],
    ['HS256 keyed with the public key', () => withSecret(Buffer.from(issuer.publicX, 'base64url'))],
    ['HS256 keyed with the text of the public key', () => withSecret(Buffer.from(issuer.publicX))],
    ['another audience', () => issuer.sign(claims({ aud: 'elsewhere' }))],
    ['another issuer', () => issuer.sign(claims({ iss: 'elsewhere' }))],
    ['an expiry in the past', () => issuer.sign(claims({ exp: Math.floor(Date.now() / SECOND) - 60 }))],
    ['no expiry', () => issuer.sign(claims({ exp: undefined }))],
    ['no subject', () => issuer.sign(claims({ sub: undefined }))],
    ['a kid nobody knows', () => stranger().sign(claims())],
    ['our kid on another key', () => stranger(issuer.kid).sign(claims())],
    ['a key of its own in the header', () => stranger().sign(claims(), 'with its key')],
    ['a changed subject', () => altered(issuer.sign(claims({ sub: community.volunteer })))],
    ['no token at all', () => 'nonsense'],
  ];
  it.each(bad)('S78: %s is refused with 401 in all four services', async (_name, make) => {
    expect(await answers(make())).toEqual([401, 401, 401, 401]);
  });

  it('S1: a token of somebody without a grant opens nothing', async () => {
    const as = `nobody-${newId().slice(-6)}`;
    for (const path of [
      `rounds?territory=${community.territory}`,
      'stock',
      'parcels',
      `throughput?territory=${community.territory}`,
    ]) {
      expect([path, (await world.raw({ path, as })).status]).toEqual([path, 404]);
    }
  });
});

describe('grants', () => {
  it('S1 S84: a role that is withdrawn is refused within 2 s in all four services', async () => {
    const actorId = `rc2-${newId().slice(-6)}`;
    const { territory } = community;
    const grantId = await enrol(world, { actorId, kind: 'organisation', role: 'residents-committee', territory });
    const paths = [`households?territory=${territory}`, 'stock', 'parcels', `throughput?territory=${territory}`];
    const statuses = () => Promise.all(paths.map(async (path) => (await world.raw({ path, as: actorId })).status));
    await until('all services know the grant', async () =>
      (await statuses()).every((status) => status === 200) ? true : undefined,
    );
    const withdrawn = performance.now();
    await world.client.must(`grants/${grantId}/withdrawal`, { reason: 'left' }, { as: OFFICE });
    await until('no service lets them in any more', async () =>
      (await statuses()).every((status) => status === 404 || status === 403) ? true : undefined,
    );
    expect(performance.now() - withdrawn).toBeLessThan(2 * SECOND);
  });

  it('S1: a grant that has run out counts no longer', async () => {
    const actorId = `vo2-${newId().slice(-6)}`;
    const { territory } = community;
    await world.client.must('actors', { id: actorId, kind: 'person', territory }, { as: OFFICE });
    const expiresAt = new Date((await world.now()) + 3_600_000).toISOString();
    const grant = { id: newId(), actorId, role: 'volunteer', territory, expiresAt };
    await world.client.must('grants', grant, { as: OFFICE });
    const status = async () => (await world.raw({ path: 'parcels', as: actorId })).status;
    await until('the volunteer sees the work list', async () => ((await status()) === 200 ? true : undefined));
    await world.pass(3_600_000);
    expect(await status()).toBe(404);
  });

  it('the role asked for has to be held', async () => {
    const answer = await world.raw({
      path: 'stock',
      as: community.firm,
      headers: { 'baogong-role': 'district-office' },
    });
    expect([answer.status, answer.body['rule']]).toEqual([403, 'role-not-held']);
  });
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function withSecret(secret: Buffer): string {
  const text = `${part({ alg: 'HS256', kid: issuer.kid })}.${part(claims())}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function altered(token: string): string {
  const [header, , signature] = token.split('.');
  return `${header}.${part(claims())}.${signature}`;
}
