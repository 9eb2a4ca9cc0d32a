import type { Caller, CommandResult } from '@baogong/commanding';
import type { Instant, Territory } from '@baogong/kernel';
import {
  allocation,
  type AllocationCommand,
  type AllocationEvent,
  type AllocationRejection,
} from '../domain/allocation/allocation.js';
import { round, type RoundCommand, type RoundEvent, type RoundRejection } from '../domain/round/round.js';
import { readRound } from './reading.js';
import type { Facts, Runtime } from './runtime.js';
import { allocationStream, roundStream } from './streams.js';

export type RoundResult = CommandResult<RoundEvent, RoundRejection>;
export type AllocationResult = CommandResult<AllocationEvent, AllocationRejection>;
export type Opening = {
  roundId: string;
  territory: Territory;
  opensAt: Instant;
  closesAt: Instant;
  items: { offerId: string; capPerHousehold: number }[];
};
type Parts = { runtime: Runtime; facts: Facts };

export function openRound({ runtime, facts }: Parts, caller: Caller, opening: Opening): Promise<RoundResult> {
  return runtime.desk.handle({
    action: 'OpenRound',
    caller,
    stream: roundStream(opening.roundId, opening.territory),
    decider: round,
    data: () => withOffers(facts, opening),
    toCommand: (command) => command as RoundCommand,
  });
}

export async function closeRound(
  runtime: Runtime,
  caller: Caller,
  { roundId, reason }: { roundId: string; reason: string },
): Promise<RoundResult> {
  const { state } = await readRound(runtime, roundId);
  if (state.status === 'none') return { kind: 'not-found' };
  return runtime.desk.handle({
    action: 'CloseRound',
    caller,
    stream: roundStream(roundId, state.round.territory),
    decider: round,
    data: { reason },
    toCommand: (command) => command as RoundCommand,
  });
}

/** By hand, with what is counted so far: for a consignment of which a part will never come. */
export async function allocateRound(
  { runtime, facts }: Parts,
  caller: Caller,
  roundId: string,
): Promise<AllocationResult> {
  const { state } = await readRound(runtime, roundId);
  if (state.status === 'none') return { kind: 'not-found' };
  const { territory, openedBy } = state.round;
  return runtime.desk.handle({
    action: 'AllocateRound',
    caller,
    stream: allocationStream(roundId, territory),
    decider: allocation,
    data: async () => ({
      openedBy,
      ...(await allocationFacts({ runtime, facts }, roundId, await facts.counted(roundId))),
    }),
    toCommand: (command) => command as AllocationCommand,
  });
}

/** Exactly the requests that were fixed, and the seed recorded with them. */
export async function allocationFacts(
  { runtime, facts }: Parts,
  roundId: string,
  supply: Record<string, number>,
): Promise<AllocationCommand['data']> {
  const { state } = await readRound(runtime, roundId);
  if (state.status !== 'fixed') return { roundId, requests: [], supply };
  const { seed, requestsHash, positions } = state.fixed;
  const requests = await facts.requestsAt(roundId, positions);
  return { roundId, fixed: { seed, requestsHash }, requests, supply };
}

async function withOffers(
  facts: Facts,
  opening: Opening,
): Promise<Extract<RoundCommand, { type: 'OpenRound' }>['data']> {
  const offerIds = [...new Set(opening.items.map(({ offerId }) => offerId))];
  const known = new Map((await facts.offers(opening.territory, offerIds)).map((offer) => [offer.offerId, offer]));
  const items = opening.items.flatMap(({ offerId, capPerHousehold }) => {
    const offer = known.get(offerId);
    return offer ? [{ ...offer, capPerHousehold }] : [];
  });
  return { ...opening, items, unknownOffers: offerIds.filter((offerId) => !known.has(offerId)) };
}
