import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Receiver, type Received } from './receiver.js';
import { COMMUNITY, eventually, newId, playOrders, type Played } from './service.js';
import { close, consignment, fixed, household, offer, place, round } from './steps.js';

const sending = { loopback: true, timeoutMs: 500, pausesMs: [100, 100, 100], pollMs: 50 };
let played: Played;
const receivers: Receiver[] = [];

type Hook = { id: string; secret: string; publicKey: string; receiver: Receiver };

describe('webhooks of suppliers', () => {
  beforeAll(async () => (played = await playOrders(sending)), 60_000);
  afterAll(async () => {
    await played.close();
    for (const receiver of receivers) await receiver.close();
  }, 30_000);

  it('S68: tells a supplier the demand for its own offers per building, once, when the requests are fixed', async () => {
    const hook = await register(['demand.fixed']);
    const stranger = await register(['demand.fixed'], 'gp-2');
    const [mine, alien] = [offer(played), offer(played, 'gp-2')];
    const [a, b] = [await household(played, 'b-07'), await household(played, 'l-1')];
    const roundId = await round(played, [mine, alien]);
    await place(played, a, { roundId, offerId: mine, quantity: 2 });
    await place(played, b, { roundId, offerId: alien });
    await close(played, roundId);
    await fixed(played, roundId);
    const [message] = await arrived(hook.receiver, 1);
    const line = { offerId: mine, quantity: 2, households: 1 };
    expect(verified(message!, hook.secret)).toEqual({
      type: 'demand.fixed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      data: {
        ...{ roundId, territory: COMMUNITY, closesAt: expect.any(String) as string, orders: 2 },
        ...{ buildings: [{ building: 'b-07', lines: [line] }], totals: [line] },
      },
    });
    for (const secret of ['Marked', '13899990000', a.id, b.id, a.resident]) expect(message!.body).not.toContain(secret);
    const [other] = await arrived(stranger.receiver, 1);
    expect(other!.body).not.toContain(mine);
    for (const each of [hook, stranger]) await disable(each, each === hook ? 'gp-1' : 'gp-2');
    expect([hook.receiver.received.length, stranger.receiver.received.length]).toEqual([1, 1]);
  }, 30_000);

  it('S68: tells a supplier what was counted of its consignment', async () => {
    const hook = await register(['consignment.counted']);
    const consignmentId = consignment(played);
    const [message] = await arrived(hook.receiver, 1);
    const rejected = [{ quantity: 1, reason: 'crushed' }];
    expect(verified(message!, hook.secret)).toMatchObject({
      type: 'consignment.counted',
      data: { consignmentId, consignee: 'pf-y', lines: [{ offerId: 'offer', sku: 'veg', accepted: 9, rejected }] },
    });
    expect(verifiedAsymmetrically(message!, hook.publicKey)).toBe(true);
    await disable(hook);
  }, 30_000);

  it('comes back under the same id to a receiver that fails, hangs and redirects, until it is taken', async () => {
    const hook = await register(['consignment.counted']);
    const elsewhere = await receiverOpen();
    const redirect = { status: 307, headers: { location: elsewhere.url } };
    hook.receiver.answer({ status: 503 }, 'hang', redirect, { status: 200 });
    consignment(played);
    const messages = await arrived(hook.receiver, 4);
    expect(new Set(hook.receiver.ids).size).toBe(1);
    for (const message of messages) verified(message, hook.secret);
    const delivery = await delivered(hook);
    expect(delivery).toMatchObject({ id: hook.receiver.ids[0], attempts: 4, lastStatus: 200, lastError: null });
    expect(elsewhere.received).toEqual([]);
    await disable(hook);
  }, 30_000);

  it('suspends at once who answers 410, tells supplier and district why, and goes on when enabled', async () => {
    const hook = await register(['consignment.counted']);
    hook.receiver.answer({ status: 410 }, { status: 200 });
    consignment(played);
    await becomes(hook, 'suspended');
    consignment(played);
    expect(await listed('do-1', hook)).toMatchObject({ status: 'suspended', why: 'gone', supplier: 'gp-1' });
    expect(await listed('gp-2', hook)).toBeUndefined();
    expect(hook.receiver.received).toHaveLength(1);
    expect((await command(hook, 'enabling', {})).status).toBe(200);
    await arrived(hook.receiver, 2);
    expect(new Set(hook.receiver.ids).size).toBe(2);
    await disable(hook);
  }, 30_000);

  it('suspends who never answers well until the schedule ends; a replay starts it anew under the same id', async () => {
    const hook = await register(['consignment.counted']);
    hook.receiver.answer({ status: 500 });
    consignment(played);
    await becomes(hook, 'suspended');
    expect(await listed('gp-1', hook)).toMatchObject({ why: 'failing' });
    expect(hook.receiver.received).toHaveLength(4);
    const [{ id, status } = {}] = (await deliveries(hook)) as { id?: string; status?: string }[];
    expect(status).toBe('failed');
    hook.receiver.answer({ status: 200 });
    await command(hook, 'enabling', {});
    expect((await command(hook, `deliveries/${id}/replay`, {})).status).toBe(202);
    expect((await delivered(hook))['id']).toBe(id);
    expect((await command(hook, `deliveries/${id}/replay`, {}, 'gp-2')).body['code']).toBe('not-your-webhook');
    expect((await command(hook, 'deliveries/msg_0/replay', {})).body['code']).toBe('no-such-delivery');
    await disable(hook);
  }, 30_000);

  it('signs with both secrets after a rotation', async () => {
    const hook = await register(['consignment.counted']);
    const { body } = await command(hook, 'secret-rotation', {});
    expect(body['secret']).not.toBe(hook.secret);
    consignment(played);
    const [message] = await arrived(hook.receiver, 1);
    for (const secret of [hook.secret, body['secret'] as string]) verified(message!, secret);
    expect(() => verified(message!, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
    await disable(hook);
  }, 30_000);

  it('shows the secret once, and keeps it nowhere', async () => {
    const receiver = await receiverOpen();
    const [id, key] = [newId(), newId()];
    const body = { id, territory: COMMUNITY, url: receiver.url, events: ['demand.fixed'] };
    const first = await played.ask('webhooks', { as: 'gp-1', body, key });
    const again = await played.ask('webhooks', { as: 'gp-1', body, key });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const seen = await played.ask(`webhooks/${id}`, { as: 'gp-1' });
    expect(JSON.stringify(seen.body)).not.toContain('whsec_');
    const symmetric = (first.body['secret'] as string).slice('whsec_'.length);
    for (const table of ['es.event', 'orders.webhook_subscription', 'es.stream']) {
      const rows = await played.service.runtime.pool.query(`select t::text from ${table} t`);
      expect(rows.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows.rows)).not.toContain(symmetric);
    }
    expect((await played.ask(`webhooks/${id}`, { as: 'gp-2' })).status).toBe(404);
    await disable({ id });
  }, 30_000);

  it('refuses an address that is not https in the open internet', async () => {
    for (const url of ['http://supplier.example/', 'https://10.0.0.1/', 'https://169.254.169.254/', 'nowhere']) {
      const body = { id: newId(), territory: COMMUNITY, url, events: ['demand.fixed'] };
      const answer = await played.ask('webhooks', { as: 'gp-1', body });
      expect([url, answer.status, answer.body['errors']]).toMatchObject([url, 400, [{ pointer: '/url' }]]);
    }
  });
});

async function receiverOpen(): Promise<Receiver> {
  const receiver = await new Receiver().open();
  receivers.push(receiver);
  return receiver;
}

async function register(events: string[], as = 'gp-1'): Promise<Hook> {
  const receiver = await receiverOpen();
  const id = newId();
  const { status, body } = await played.ask('webhooks', {
    as,
    body: { id, territory: COMMUNITY, url: receiver.url, events },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id, secret: body['secret'] as string, publicKey: body['publicKey'] as string, receiver };
}

const command = ({ id }: { id: string }, path: string, body: object, as = 'gp-1') =>
  played.ask(`webhooks/${id}/${path}`, { as, body });

/** A subscription that was only just made is known to the sender a moment later; it is told nothing after this. */
async function disable(hook: { id: string }, as = 'gp-1'): Promise<void> {
  expect((await command(hook, 'disabling', { reason: 'done' }, as)).status).toBe(200);
}

async function arrived({ received }: Receiver, messages: number): Promise<Received[]> {
  await eventually(async () => received.length >= messages);
  return received;
}

async function deliveries({ id }: Hook): Promise<Record<string, unknown>[]> {
  return (await played.ask(`webhooks/${id}/deliveries`, { as: 'gp-1' })).body['items'] as Record<string, unknown>[];
}

async function delivered(hook: Hook): Promise<Record<string, unknown>> {
  const [first] = await eventually(
    () => deliveries(hook),
    ([newest]) => newest?.['status'] === 'delivered',
  );
  return first!;
}

function becomes({ id }: Hook, status: string) {
  return eventually(
    async () => (await played.ask(`webhooks/${id}`, { as: 'gp-1' })).body,
    (found) => found['status'] === status,
  );
}

async function listed(as: string, { id }: Hook) {
  const mine = async () => {
    const { body } = await played.ask('webhooks?limit=100', { as });
    return (body['items'] as { id: string; status: string }[]).find((each) => each.id === id);
  };
  if (as === 'gp-2') return mine();
  return eventually(mine, (found) => found?.status === 'suspended');
}

/** By the reference library: signature and age. */
function verified({ headers, body }: Received, secret: string): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

function verifiedAsymmetrically({ headers, body }: Received, publicKey: string): boolean {
  const raw = Buffer.from(publicKey.slice('whpk_'.length), 'base64');
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });
  const signature = /v1a,(\S+)/.exec(headers['webhook-signature'] as string)![1]!;
  const text = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}
