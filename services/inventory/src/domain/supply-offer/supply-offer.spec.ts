import { specificationOf } from '@baogong/decider';
import { supplyOffer } from './supply-offer.js';
import type { Supply, SupplyOfferCommand, SupplyOfferEvent } from './supply-offer.js';

const { given } = specificationOf(supplyOffer);
const at = '2026-04-14T06:00:00.000Z';
const by = (organisation: string) => ({ actor: 'someone', role: 'platform', organisation, households: [] });

const bags: Supply = {
  offerId: 'veg',
  territory: 'd-pudong/s-weifang/c-y',
  sku: 'veg-5kg',
  name: 'Vegetable bag',
  itemClass: 'food',
  unit: 'bag',
  priceFen: 5000,
  quantity: 1200,
  weightGrams: 5000,
  origin: 'Chongming',
  arrivesFrom: '2026-04-15T04:00:00.000Z',
  arrivesTo: '2026-04-15T06:00:00.000Z',
};

const announce = (change: Partial<Supply> = {}): SupplyOfferCommand => ({
  type: 'AnnounceSupply',
  at,
  by: by('gp-1'),
  data: { ...bags, ...change },
});
const withdraw = (organisation: string, reason = 'flooded field'): SupplyOfferCommand => ({
  type: 'WithdrawSupply',
  at,
  by: by(organisation),
  data: { reason },
});
const announced: SupplyOfferEvent = { type: 'SupplyAnnounced', at, data: { ...bags, supplier: 'gp-1' } };
const withdrawn: SupplyOfferEvent = { type: 'SupplyWithdrawn', at, data: { offerId: 'veg', reason: 'flooded field' } };

describe('announcing supply', () => {
  it('S68: names the organisation of whoever announces as the supplier', () =>
    given().when(announce()).then(announced));
  it('happens once', () => given(announced).when(announce()).thenRejected('already-announced'));
  it('happens once, withdrawn or not', () =>
    given(announced, withdrawn).when(announce()).thenRejected('already-announced'));
  it('needs goods', () =>
    given()
      .when(announce({ quantity: 0 }))
      .thenRejected('nothing-offered'));
  it('needs a weight, for it is carried', () =>
    given()
      .when(announce({ weightGrams: 0 }))
      .thenRejected('nothing-offered'));
  it('needs an arrival window that runs forward', () =>
    given()
      .when(announce({ arrivesTo: '2026-04-15T03:00:00.000Z' }))
      .thenRejected('arrival-window-reversed'));
});

describe('withdrawing supply', () => {
  it('is the right of its supplier', () => given(announced).when(withdraw('gp-1')).then(withdrawn));
  it('is refused to another supplier', () => given(announced).when(withdraw('gp-2')).thenRejected('not-your-supply'));
  it('needs a reason', () => given(announced).when(withdraw('gp-1', ' ')).thenRejected('no-reason'));
  it('needs an announcement', () => given().when(withdraw('gp-1')).thenRejected('never-announced'));
  it('changes nothing the second time', () => given(announced, withdrawn).when(withdraw('gp-1')).thenNothing());
});
