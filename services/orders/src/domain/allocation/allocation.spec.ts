import { specificationOf } from '@baogong/decider';
import { allocate, hashRequests, hashResult } from './allocate.js';
import { allocation, type AllocationCommand, type AllocationEvent } from './allocation.js';

const at = '2026-04-15T08:00:00.000Z';
const by = { actor: 'system', role: 'system', organisation: 'system', households: [] };
const requests = [{ orderId: 'o1', householdId: 'h1', lines: [{ offerId: 'veg', quantity: 3 }] }];
const supply = { veg: 2 };
const fixed = { seed: 'ab', requestsHash: hashRequests(requests) };
const allocateRound = (change: Partial<AllocationCommand['data']> = {}): AllocationCommand => ({
  type: 'AllocateRound',
  at,
  by,
  data: { roundId: 'r1', fixed, requests, supply, ...change },
});
const computed: AllocationEvent = {
  type: 'AllocationComputed',
  at,
  data: {
    roundId: 'r1',
    ...fixed,
    supply,
    resultHash: hashResult(allocate(requests, supply, 'ab')),
    granted: { veg: 2 },
  },
};
const { given } = specificationOf(allocation);

describe('allocating a round', () => {
  it('records seed, supply and the hashes of requests and result', () => given().when(allocateRound()).then(computed));
  it('happens once', () => given(computed).when(allocateRound()).thenNothing());
  it('waits for the requests to be fixed', () =>
    given()
      .when(allocateRound({ fixed: undefined }))
      .thenRejected('requests-not-fixed'));
  it('refuses another set than the one fixed', () =>
    given()
      .when(allocateRound({ requests: [] }))
      .thenRejected('requests-altered'));
  it('is done by hand by the one who opened the round only', () => {
    given()
      .when(allocateRound({ openedBy: 'rc-y' }))
      .thenRejected('not-your-round');
    given()
      .when(allocateRound({ openedBy: 'system' }))
      .then(computed);
  });
  it('waits for something to be counted', () =>
    given()
      .when(allocateRound({ supply: {} }))
      .thenRejected('not-counted'));
});
