import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant } from '@baogong/kernel';
import { speakerOf } from '../round/round.js';
import { allocate, grantedOf, hashRequests, hashResult, type Request, type Supply } from './allocate.js';

export type Computation = {
  roundId: string;
  seed: string;
  supply: Supply;
  requestsHash: string;
  resultHash: string;
  granted: Supply;
};

export type AllocationEvent = { type: 'AllocationComputed'; at: Instant; data: Computation };

export type AllocationCommand = {
  type: 'AllocateRound';
  at: Instant;
  by: By;
  data: {
    roundId: string;
    /** Given when somebody asks by hand: only who opened the round may. */
    openedBy?: string;
    /** What the round recorded when its requests were fixed; missing while they are not. */
    fixed?: { seed: string; requestsHash: string };
    requests: Request[];
    supply: Supply;
  };
};

export type AllocationRejection = 'not-your-round' | 'requests-not-fixed' | 'requests-altered' | 'not-counted';
export type AllocationState = { status: 'none' } | { status: 'computed'; computation: Computation };

export const allocation: Decider<AllocationState, AllocationCommand, AllocationEvent, AllocationRejection> = {
  initial: { status: 'none' },

  decide({ type, at, by, data }, state) {
    if (type !== 'AllocateRound') return unreachable(type);
    if (state.status === 'computed') return accept(); // a round is allocated once
    const { roundId, openedBy, fixed, requests, supply } = data;
    if (openedBy !== undefined && openedBy !== speakerOf(by)) return reject('not-your-round');
    if (!fixed) return reject('requests-not-fixed');
    // Whoever allocates must have read exactly the set that was fixed.
    if (hashRequests(requests) !== fixed.requestsHash) return reject('requests-altered');
    if (requests.length > 0 && Object.keys(supply).length === 0) return reject('not-counted');
    const result = allocate(requests, supply, fixed.seed);
    const outcome = { resultHash: hashResult(result), granted: grantedOf(result) };
    return accept({ type: 'AllocationComputed', at, data: { roundId, ...fixed, supply, ...outcome } });
  },

  evolve(_state, event) {
    return { status: 'computed', computation: event.data };
  },
};
