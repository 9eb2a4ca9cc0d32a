import type { AnyDecider, IssuedTable } from '@baogong/commanding';
import { demandOf, hashRequests } from '../domain/allocation/allocate.js';
import { allocation } from '../domain/allocation/allocation.js';
import { order } from '../domain/order/order.js';
import { round, type FixedRequests } from '../domain/round/round.js';
import { webhookSubscription } from '../domain/webhook-subscription/webhook-subscription.js';
import { allocationFacts } from './rounds.js';
import { NotYet, type Facts, type Runtime } from './runtime.js';

const SEED_BYTES = 32;

/** The commands that processes and timers issue, with the facts that are looked up when they are carried out. */
export function issuedTable(runtime: Runtime, facts: Facts): IssuedTable {
  const toOrder = { decider: order as AnyDecider };
  return {
    CloseRound: { decider: round as AnyDecider },
    FixRequests: {
      decider: round as AnyDecider,
      data: ({ data }) => fixedNow(runtime, facts, (data as { roundId: string }).roundId),
    },
    AllocateRound: {
      decider: allocation as AnyDecider,
      data({ data }) {
        const { roundId, supply } = data as { roundId: string; supply: Record<string, number> };
        return allocationFacts({ runtime, facts }, roundId, supply);
      },
    },
    MissRound: toOrder,
    GrantOrder: toOrder,
    ConfirmOrder: toOrder,
    CompleteCancellation: toOrder,
    FulfilOrder: toOrder,
    LapseOrder: toOrder,
    SuspendWebhook: { decider: webhookSubscription as AnyDecider },
  };
}

/**
 * Every shard's head is read after the round was closed: what lies at or below these positions is the set, whoever
 * came first. An order that was decided on the open round but appended after this reading misses the round, and is told.
 */
async function fixedNow(runtime: Runtime, facts: Facts, roundId: string): Promise<FixedRequests> {
  const heads = await runtime.store.heads();
  const positions = Object.fromEntries(heads.map((head, shard) => [String(shard), head]));
  if (!(await facts.historyReached(positions))) throw new NotYet(`requests of round ${roundId} are still being read`);
  const requests = await facts.requestsAt(roundId, positions);
  return {
    roundId,
    positions,
    orders: requests.length,
    seed: Buffer.from(runtime.random(SEED_BYTES)).toString('hex'),
    requestsHash: hashRequests(requests),
    demand: demandOf(requests),
  };
}
