import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { Receiver } from './receiver.js';
import { COMMUNITY, eventually, newId, playOrders, type Played } from './service.js';
import { consignment } from './steps.js';

const NEVER_MS = 2 ** 30;
const program = resolve(import.meta.dirname, 'webhook-sender.mjs');

describe('a sender that is killed', () => {
  let played: Played;
  const receiver = new Receiver();
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    // This process never sends; its children do.
    played = await playOrders({ loopback: true, pollMs: NEVER_MS });
    await receiver.open();
  }, 60_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await played.close();
    await receiver.close();
  }, 30_000);

  it('loses no delivery and invents none, whether it dies before, during or after an attempt', async () => {
    const body = { id: newId(), territory: COMMUNITY, url: receiver.url, events: ['consignment.counted'] };
    const secret = (await played.ask('webhooks', { as: 'gp-1', body })).body['secret'] as string;
    const counted = [consignment(played), consignment(played), consignment(played)];
    await eventually(async () => (await messages()) === counted.length);

    // The first attempt hangs, and its sender dies in the middle of it.
    receiver.answer('hang');
    const first = await startChild();
    await eventually(async () => receiver.received.length === 1);
    await kill(first);
    // The second sender takes over, and dies at some moment after the first answers.
    receiver.answer({ status: 200 });
    const second = await startChild();
    await eventually(async () => new Set(receiver.ids).size >= 2);
    await kill(second);
    await startChild();
    await eventually(async () => (await states()).join() === 'delivered,delivered,delivered');

    const told = receiver.received.map(({ headers, body: text }) => {
      const { data } = new Webhook(secret).verify(text, headers as Record<string, string>) as {
        data: { consignmentId: string };
      };
      return `${headers['webhook-id'] as string} ${data.consignmentId}`;
    });
    expect(new Set(told).size).toBe(counted.length);
    expect(new Set(told.map((line) => line.split(' ')[1]))).toEqual(new Set(counted));
    expect(told.length).toBeGreaterThan(counted.length); // the one in the middle of which the sender died came again
  }, 60_000);

  async function startChild(): Promise<ChildProcess> {
    const { ownerUrl, appUrl } = played.database;
    const webhooks = { loopback: true, timeoutMs: 1000, pollMs: 50 };
    const settings = { ownerUrl, appUrl, webhooks, master: Buffer.from(played.vaultMaster).toString('hex') };
    const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout!, 'data');
    return child;
  }

  const rows = async (sql: string) => (await played.service.runtime.pool.query(sql)).rows as { text: string }[];
  const messages = async () => (await rows('select message_id as text from orders.webhook_message')).length;
  const states = async () => (await rows('select state as text from orders.webhook_delivery')).map(({ text }) => text);
});

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
