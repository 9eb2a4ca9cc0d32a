import { specificationOf } from '@baogong/decider';
import fc from 'fast-check';
import { consignment } from './consignment.js';
import type { ConsignmentCommand, ConsignmentEvent, CountedLine, Dispatch, OfferFact } from './consignment.js';

const { given } = specificationOf(consignment);
const at = '2026-04-15T05:00:00.000Z';
const community = 'd-pudong/s-weifang/c-y';
const by = (organisation: string) => ({ actor: 'someone', role: 'any', organisation, households: [] });

const veg: OfferFact = {
  sku: 'veg-5kg',
  supplier: 'gp-1',
  weightGrams: 5000,
  territory: community,
  withdrawn: false,
};
const load: Dispatch = {
  consignmentId: 'c1',
  roundId: 'r1',
  territory: community,
  consignee: 'pf-y',
  lines: [{ offerId: 'veg', quantity: 100, offer: veg }],
};
const dispatch = (change: Partial<Dispatch> = {}, organisation = 'gp-1'): ConsignmentCommand => ({
  type: 'DispatchConsignment',
  at,
  by: by(organisation),
  data: { ...load, ...change },
});
const lineWith = (offer: Partial<OfferFact>) => ({
  lines: [{ offerId: 'veg', quantity: 100, offer: { ...veg, ...offer } }],
});
const counted: CountedLine = {
  offerId: 'veg',
  accepted: 98,
  rejected: [{ quantity: 2, reason: 'crushed' }],
  expiresOn: '2026-04-20',
};
const count = (change: Partial<CountedLine> = {}, organisation = 'pf-y'): ConsignmentCommand => ({
  type: 'ReceiveGoods',
  at,
  by: by(organisation),
  data: { lines: [{ ...counted, ...change }] },
});
const about = { consignmentId: 'c1', roundId: 'r1', territory: community, supplier: 'gp-1', consignee: 'pf-y' };
const dispatched: ConsignmentEvent = {
  type: 'ConsignmentDispatched',
  at,
  data: {
    ...about,
    lines: [{ offerId: 'veg', sku: 'veg-5kg', quantity: 100, weightGrams: 5000 }],
  },
};
const received: ConsignmentEvent = {
  type: 'GoodsReceived',
  at,
  data: {
    ...about,
    lines: [
      {
        offerId: 'veg',
        sku: 'veg-5kg',
        accepted: 98,
        rejected: [{ quantity: 2, reason: 'crushed' }],
        lot: { lotId: 'c1-veg', expiresOn: '2026-04-20' },
        weightGrams: 5000,
      },
    ],
  },
};

describe('dispatching a consignment', () => {
  it('is done by the supplier of its offers', () => given().when(dispatch()).then(dispatched));
  it('is refused to another supplier', () => given().when(dispatch({}, 'gp-2')).thenRejected('not-your-supply'));
  it('happens once', () => given(dispatched).when(dispatch()).thenRejected('already-dispatched'));
  it('needs lines', () =>
    given()
      .when(dispatch({ lines: [] }))
      .thenRejected('no-lines'));
  it('names each offer once', () =>
    given()
      .when(dispatch({ lines: [load.lines[0]!, load.lines[0]!] }))
      .thenRejected('line-twice'));
  it('needs offers that were announced', () =>
    given()
      .when(dispatch({ lines: [{ offerId: 'veg', quantity: 1 }] }))
      .thenRejected('unknown-offer'));
  it('takes no offer made to another community', () =>
    given()
      .when(dispatch(lineWith({ territory: 'd-pudong/s-weifang/c-z' })))
      .thenRejected('unknown-offer'));
  it('takes no withdrawn offer', () =>
    given()
      .when(dispatch(lineWith({ withdrawn: true })))
      .thenRejected('offer-withdrawn'));
});

describe('counting a consignment', () => {
  it('makes one lot per line', () => given(dispatched).when(count()).then(received));
  it('S67: is for the named consignee only', () =>
    given(dispatched).when(count({}, 'pf-z')).thenRejected('not-the-consignee'));
  it('needs a dispatched consignment', () => given().when(count()).thenRejected('never-dispatched'));
  it('happens once', () => given(dispatched, received).when(count()).thenRejected('already-counted'));
  it('covers every line shipped', () =>
    given(dispatched)
      .when(count({ offerId: 'rice' }))
      .thenRejected('lines-differ'));
  it('I3: needs a reason for what it rejects', () =>
    given(dispatched)
      .when(count({ rejected: [{ quantity: 2, reason: ' ' }] }))
      .thenRejected('no-reason'));
  it('I3: accepts a count exactly when accepted and rejected make up what was shipped', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 120 }), (accepted, quantity) => {
        const told = count({ accepted, rejected: [{ quantity, reason: 'crushed' }] });
        const decision = consignment.decide(told, consignment.evolve(consignment.initial, dispatched));
        return (decision.kind === 'accepted') === (accepted + quantity === 100);
      }),
    ));
});
