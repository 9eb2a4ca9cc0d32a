import { Client as PublicClient, newId, Unanswered } from '@baogong/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { leanExchange } from '../exchange.js';
import { ORDERS, type Founded } from './founding.js';

const WINDOW_MS = 60_000;
const TICK_MS = 10;
/** No second attempt: whoever is turned away here is counted, not served later. */
const ONCE = { attemptMs: 10_000, totalMs: 0, pauseMs: 1 };

export interface Outcomes {
  offered: number;
  acknowledged: { key: string; positions: string }[];
  ackMs: number[];
  turnedAway: number;
  awayMs: number[];
  /** Other answers, by status. */
  others: Record<string, number>;
  timedOut: number;
  brokenOff: number;
  seconds: number;
}

/** Orders at a fixed rate over one minute, whatever becomes of those before: an open loop. */
export async function rush(
  address: string,
  tokenOf: (actor: string) => string,
  communities: Founded[],
): Promise<Outcomes> {
  const client = new PublicClient({ address, tokenOf, patience: ONCE, exchange: leanExchange });
  const total = ORDERS * communities.length;
  const outcomes: Outcomes = {
    ...{ offered: 0, acknowledged: [], ackMs: [], turnedAway: 0, awayMs: [], others: {} },
    ...{ timedOut: 0, brokenOff: 0, seconds: 0 },
  };
  const started = performance.now();
  const underWay = new Set<Promise<void>>();
  while (outcomes.offered < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - started) / WINDOW_MS) * total));
    for (; outcomes.offered < due; outcomes.offered += 1) {
      const one: Promise<void> = order(client, communities, outcomes).finally(() => underWay.delete(one));
      underWay.add(one);
    }
    await sleep(TICK_MS);
  }
  outcomes.seconds = (performance.now() - started) / 1000;
  await Promise.all(underWay);
  return outcomes;
}

async function order(client: PublicClient, communities: Founded[], outcomes: Outcomes): Promise<void> {
  const nth = outcomes.offered;
  const community = communities[nth % communities.length]!;
  const turn = Math.floor(nth / communities.length);
  const home = community.homes[turn % community.homes.length]!;
  const roundId = community.rounds[Math.floor(turn / community.homes.length)]!;
  const lines = [{ offerId: community.offerId, quantity: 1 + (turn % 2) }];
  const body = { id: newId(), roundId, householdId: home.householdId, lines, place: { kind: 'door' } };
  const [key, sentAt] = [newId(), performance.now()];
  try {
    const answer = await client.send(home.resident, { method: 'POST', path: '/api/v1/orders', body, key });
    const milliseconds = performance.now() - sentAt;
    if (answer.ok) {
      outcomes.acknowledged.push({ key, positions: answer.position! });
      outcomes.ackMs.push(milliseconds);
    } else if (answer.status === 429) {
      outcomes.turnedAway += 1;
      outcomes.awayMs.push(milliseconds);
      if (answer.retryAfterSeconds === undefined) count(outcomes.others, '429 without Retry-After');
    } else count(outcomes.others, `${answer.status} ${answer.problem.code}`);
  } catch (failure) {
    const cause = failure instanceof Unanswered ? (failure.cause as Error) : (failure as Error);
    outcomes[/timeout/i.test(cause.name + cause.message) ? 'timedOut' : 'brokenOff'] += 1;
  }
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
