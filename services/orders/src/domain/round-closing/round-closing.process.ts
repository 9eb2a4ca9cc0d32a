import { unreachable, type IssuedCommand, type Process } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';

type Pieces = Record<string, number>;

/** What the process hears, in its own words. */
export type RoundClosingHears =
  | { kind: 'round-closed'; roundId: string; territory: Territory }
  | { kind: 'requests-fixed'; roundId: string; territory: Territory; demand: Pieces }
  | { kind: 'goods-counted'; roundId: string; territory: Territory; accepted: Pieces };

export type RoundClosingDecides =
  | { kind: 'fixing-asked'; roundId: string; territory: Territory }
  | { kind: 'demand-noted'; demand: Pieces }
  | { kind: 'count-noted'; accepted: Pieces }
  | { kind: 'allocation-asked'; roundId: string; territory: Territory; supply: Pieces };

export type RoundClosingState = { demand?: Pieces; counted: Pieces; allocating: boolean };

/** From a closed round to its allocation: fix the requests, wait until all that was asked for is counted, allocate. */
export const roundClosing: Process<RoundClosingState, RoundClosingHears, RoundClosingDecides> = {
  initial: { counted: {}, allocating: false },
  snapshotRevision: 1,

  streamOf: ({ roundId }) => roundId,

  react(event, state) {
    const { roundId, territory } = event;
    switch (event.kind) {
      case 'round-closed':
        return [{ kind: 'fixing-asked', roundId, territory }];
      case 'requests-fixed':
        return withAllocation({ kind: 'demand-noted', demand: event.demand }, event, state);
      case 'goods-counted':
        return withAllocation({ kind: 'count-noted', accepted: event.accepted }, event, state);
      default:
        return unreachable(event);
    }
  },

  evolve(state, decision) {
    switch (decision.kind) {
      case 'fixing-asked':
        return state;
      case 'demand-noted':
        return { ...state, demand: decision.demand };
      case 'count-noted':
        return { ...state, counted: sum(state.counted, decision.accepted) };
      case 'allocation-asked':
        return { ...state, allocating: true };
      default:
        return unreachable(decision);
    }
  },

  commandsOf(decision) {
    switch (decision.kind) {
      case 'fixing-asked':
        return [fixRequests(decision)];
      case 'allocation-asked':
        return [allocateRound(decision)];
      default:
        return [];
    }
  },
};

function withAllocation(
  noted: RoundClosingDecides,
  { roundId, territory }: { roundId: string; territory: Territory },
  state: RoundClosingState,
): RoundClosingDecides[] {
  const { demand, counted, allocating } = roundClosing.evolve(state, noted);
  const ready = demand !== undefined && Object.keys(demand).every((offerId) => offerId in counted);
  if (!ready || allocating) return [noted];
  return [noted, { kind: 'allocation-asked', roundId, territory, supply: counted }];
}

function fixRequests({ roundId, territory }: { roundId: string; territory: Territory }): IssuedCommand {
  return { action: 'FixRequests', stream: { id: `round-${roundId}`, kind: 'round', territory }, data: { roundId } };
}

function allocateRound(asked: { roundId: string; territory: Territory; supply: Pieces }): IssuedCommand {
  const { roundId, territory, supply } = asked;
  const stream = { id: `allocation-${roundId}`, kind: 'allocation', territory };
  return { action: 'AllocateRound', stream, data: { roundId, supply } };
}

function sum(a: Pieces, b: Pieces): Pieces {
  const both = { ...a };
  for (const [offerId, pieces] of Object.entries(b)) both[offerId] = (both[offerId] ?? 0) + pieces;
  return both;
}
