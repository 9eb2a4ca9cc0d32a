import type { IssueOrigin } from '@baogong/commanding';
import type { IssuedCommand } from '@baogong/decider';
import { addMinutes, type Instant } from '@baogong/kernel';
import { allocate, hashResult, type GrantedRequest } from '../domain/allocation/allocate.js';
import type { Computation } from '../domain/allocation/allocation.js';
import type { OpenedRound } from '../domain/round/round.js';
import { readHousehold, readRound } from './reading.js';
import { NotYet, type Facts, type Runtime } from './runtime.js';
import { orderStream } from './streams.js';

const RESERVED_MINUTES = 48 * 60;
const GRANTS_AT_ONCE = 32;
type Parts = { runtime: Runtime; facts: Facts };
export type Computed = { computation: Computation; at: Instant; origin(ordinal: number): IssueOrigin };

/** Computes the recorded allocation again from its recorded inputs and grants to each order what it gives. */
export async function grantOrders(parts: Parts, { computation, at, origin }: Computed): Promise<void> {
  const { runtime, facts } = parts;
  const { roundId, supply, seed, resultHash } = computation;
  const { state } = await readRound(runtime, roundId);
  if (state.status !== 'fixed') throw new Error(`round ${roundId} was allocated before its requests were fixed`);
  await stockedAll(facts, computation);
  const result = allocate(await facts.requestsAt(roundId, state.fixed.positions), supply, seed);
  if (hashResult(result) !== resultHash) throw new Error(`allocation of round ${roundId} cannot be reproduced`);
  const grants = result.map((granted, ordinal) => ({ granted, ordinal }));
  const work = async (): Promise<void> => {
    for (let next = grants.shift(); next; next = grants.shift()) {
      const command = await grantOf(runtime, next.granted, {
        round: state.round,
        until: addMinutes(at, RESERVED_MINUTES),
      });
      await runtime.issue(command, origin(next.ordinal));
    }
  };
  await Promise.all(Array.from({ length: GRANTS_AT_ONCE }, work));
}

/** A grant leads to a reservation at once: before the lots are stocked, inventory would have to decline it. */
async function stockedAll(facts: Facts, { roundId, supply }: Computation): Promise<void> {
  const stocked = await facts.stocked(roundId);
  const missing = Object.entries(supply).some(([offerId, pieces]) => (stocked[offerId] ?? 0) < pieces);
  if (missing) throw new NotYet(`lots of round ${roundId} are still being stocked`);
}

async function grantOf(
  runtime: Runtime,
  { householdId, lines }: GrantedRequest,
  { round, until }: { round: OpenedRound; until: Instant },
): Promise<IssuedCommand> {
  const { state } = await readHousehold(runtime, householdId);
  if (state.status === 'none') throw new Error(`household ${householdId} ordered without being registered`);
  const itemOf = new Map(round.items.map((item) => [item.offerId, item]));
  const granted = lines.map(({ offerId, requested, granted }) => {
    const { sku, name, itemClass, priceFen, weightGrams } = itemOf.get(offerId)!;
    const kind = itemClass === undefined ? {} : { itemClass };
    return { offerId, sku, name, ...kind, quantity: granted, requested, priceFen, weightGrams };
  });
  const stream = orderStream({ roundId: round.roundId, householdId, territory: state.territory });
  return { action: 'GrantOrder', stream, data: { lines: granted, reservedUntil: until } };
}
