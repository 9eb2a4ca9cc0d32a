import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { contend, type Order, type Run } from '../contender.js';
import { closedLoop, runOf } from '../load.js';
import { Connection } from './connection.js';
import type { Served, Town } from './serving.js';

const TICK_MS = 2;
const AGAIN_MS = 200;

/** Asks a service for orders over HTTP, all services alike; every answer must be 201. */
contend(async ({ service }) => {
  const child = fork(service!, { env: process.env, stdio: ['ignore', 2, 2, 'ipc'], execArgv: ['--no-warnings'] });
  const served = await told(child);
  if (!('port' in served)) throw new Error('failed' in served ? served.failed : 'no port');
  const { port, town, repeats } = served;
  const orders = town.homes.length * town.rounds.length;
  let nth = 0;
  const order = (connection: Connection) => place(connection, town, repeats ? nth++ % orders : nth++);
  return {
    async run(asked) {
      const connections = Array.from({ length: asked.callers }, () => new Connection(port));
      try {
        const run = await (asked.rate === undefined
          ? closedLoop(asked, (caller) => order(connections[caller]!))
          : openLoop(asked.rate, asked, { connections, order }));
        return { ...run, peakMb: peakMb(child.pid!) };
      } finally {
        connections.forEach((connection) => connection.close());
      }
    },
    async stored() {
      child.send('count');
      const counted = await told(child);
      return 'orders' in counted ? counted.orders : -1;
    },
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
});

async function told(child: ChildProcess): Promise<Served> {
  const ended = once(child, 'exit').then(() => ({ failed: 'the service ended' }));
  return Promise.race([once(child, 'message').then(([served]) => served as Served), ended]);
}

async function place(connection: Connection, { homes, rounds, offerId }: Town, nth: number): Promise<void> {
  const { householdId, resident } = homes[nth % homes.length]!;
  const roundId = rounds[Math.floor(nth / homes.length)];
  if (roundId === undefined) throw new Error('every home has ordered in every round');
  const lines = [{ offerId, quantity: 1 }];
  const id = randomUUID().replace(/^(.{14})./, '$17');
  const body = JSON.stringify({ id, roundId, householdId, lines, place: { kind: 'door' } });
  const headers = `authorization: Bearer ${resident}\r\nidempotency-key: ${randomUUID()}\r\n`;
  const ask = () => connection.post('/api/v1/orders', headers, body);
  let status = await ask();
  // Turned away is not answered: it comes again, with the same key, and its time goes on.
  for (; status === 429; status = await ask()) await sleep(AGAIN_MS);
  if (status !== 201) throw new Error(`an order was answered with ${status}`);
}

interface Asking {
  connections: Connection[];
  order(connection: Connection): Promise<void>;
}

/** At a fixed rate: an answer's time counts from when its request was due, so that a stall is not left out. */
async function openLoop(rate: number, { seconds }: Order, { connections, order }: Asking): Promise<Run> {
  const latencies: number[] = [];
  const free = [...connections];
  const due: number[] = [];
  const underWay = new Set<Promise<void>>();
  let failed: Error | undefined;
  const next = (): void => {
    while (free.length > 0 && due.length > 0) {
      const [connection, since] = [free.pop()!, due.shift()!];
      const one: Promise<void> = order(connection)
        .then(() => {
          latencies.push(performance.now() - since);
          free.push(connection);
        })
        .catch((error: Error) => void (failed = error))
        .finally(() => {
          underWay.delete(one);
          next();
        });
      underWay.add(one);
    }
  };
  const started = performance.now();
  for (let sent = 0; sent < rate * seconds && !failed;) {
    const now = performance.now();
    for (; sent < rate * seconds && started + (sent * 1000) / rate <= now; sent += 1) {
      due.push(started + (sent * 1000) / rate);
    }
    next();
    await sleep(TICK_MS);
  }
  while (underWay.size > 0) await Promise.all(underWay);
  if (failed) throw failed;
  return runOf(latencies.length, performance.now() - started, latencies);
}

/** The most the service's process ever held, as the system counts it (Linux only; else 0). */
function peakMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
