import { Client as PublicClient, newId } from '@baogong/client';
import {
  Client,
  found,
  History,
  leanExchange,
  startInstance,
  until,
  type Founded,
  type Instance,
} from '@baogong/drill';
import { createLocalIssuer } from '@baogong/identity';
import { verifyLedger, type LedgerOptions } from '@baogong/ledger';
import { installedDatabases } from '@baogong/start';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.js';
import { rowOf } from '../row.js';

const EVERY_MS = 25;
/** What dies again within ten seconds is started again the later each time; that is not what is measured. */
const LIVES_MS = 11_000;
const LOADED_MS = 1500;
const AT_MOST_SECONDS = 2;
const GIVE_UP_MS = 30_000;
const ONCE = { attemptMs: 5000, totalMs: 0, pauseMs: 1 };

/** Seconds from kill -9 of the orders service, with orders coming in, to the first order it accepts again. */
export const recoveryBenchmark: Benchmark = {
  id: 'B7',
  async run({ quick, say }) {
    const kills = quick ? 3 : 5;
    say('B7  starting four services over Kafka');
    const instance = await startInstance({ mode: 'kafka' });
    try {
      const issuer = await createLocalIssuer(join(instance.data, 'keys', 'issuer.json'));
      const sign = (actor: string) => issuer.sign(actor);
      const [community] = await found(new Client(instance.address, sign, new History()), 1, (text) =>
        say(`B7  ${text}`),
      );
      const load = new Load(new PublicClient({ ...CLIENT, address: instance.address, tokenOf: sign }), community!);
      const seconds = await strikes(instance, load, kills);
      await load.end();
      await verify(instance, load);
      return [
        rowOf({
          ...{ id: 'B7', what: 'kill -9 of the orders service under load to its first success', unit: 's' },
          ...{ conditions: `${kills} kills, ${1000 / EVERY_MS} orders a second`, better: 'less' },
          measured: [{ name: 'ours', role: 'ours', rounds: seconds }],
          targets: { atMost: AT_MOST_SECONDS },
        }),
      ];
    } finally {
      await instance.stop();
    }
  },
};

const CLIENT = { patience: ONCE, exchange: leanExchange };

async function strikes(instance: Instance, load: Load, kills: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(LIVES_MS - LOADED_MS);
    load.begin();
    await sleep(LOADED_MS);
    const struckAt = performance.now();
    const risen = instance.strike('orders');
    seconds.push((await load.firstSuccessAfter(struckAt)) - struckAt);
    load.rest();
    await risen;
  }
  return seconds.map((milliseconds) => milliseconds / 1000);
}

/** Orders at a fixed rate, each asked once: who was not answered stays unknown. */
class Load {
  readonly acknowledged: { key: string; positions: string }[] = [];
  private readonly successes: { sentAt: number; at: number }[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private nth = 0;

  constructor(
    private readonly client: PublicClient,
    private readonly community: Founded,
  ) {}

  begin(): void {
    this.timer = setInterval(() => {
      const one: Promise<void> = this.order().finally(() => this.underWay.delete(one));
      this.underWay.add(one);
    }, EVERY_MS);
  }

  async firstSuccessAfter(since: number): Promise<number> {
    for (const giveUpAt = since + GIVE_UP_MS; performance.now() < giveUpAt; await sleep(1)) {
      const first = this.successes.find(({ sentAt }) => sentAt >= since);
      if (first) return first.at;
    }
    throw new Error(`no order was accepted within ${GIVE_UP_MS} ms after the kill`);
  }

  rest(): void {
    clearInterval(this.timer);
  }

  async end(): Promise<void> {
    this.rest();
    await Promise.all(this.underWay);
  }

  private async order(): Promise<void> {
    const { homes, rounds, offerId } = this.community;
    const { householdId, resident } = homes[this.nth++ % homes.length]!;
    const lines = [{ offerId, quantity: 1 }];
    const body = { id: newId(), roundId: rounds[0]!, householdId, lines, place: { kind: 'door' } };
    const [key, sentAt] = [newId(), performance.now()];
    try {
      const answer = await this.client.send(resident, { method: 'POST', path: '/api/v1/orders', body, key });
      if (!answer.ok) return;
      this.acknowledged.push({ key, positions: answer.position! });
      this.successes.push({ sentAt, at: performance.now() });
    } catch {
      // The service is gone, or went while it was asked; whoever is told nothing is promised nothing.
    }
  }
}

async function verify({ data }: Instance, { acknowledged }: Load): Promise<void> {
  const databases = installedDatabases(data) as LedgerOptions['databases'];
  const history = { acknowledged: acknowledged.map((each) => ({ service: 'orders' as const, ...each })) };
  await until('the ledger is whole', async () => {
    const findings = await verifyLedger({ databases, history });
    return findings.every(({ broken }) => broken === 0) ? true : undefined;
  });
}
