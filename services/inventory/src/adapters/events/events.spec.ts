import { deliveryContracts, inventoryContracts, ordersContracts } from '@baogong/contracts';
import type { StoredEvent } from '@baogong/event-store';
import { consignment } from '../../domain/consignment/consignment.js';
import { stock } from '../../domain/stock/stock.js';
import { stocking } from '../../domain/stocking/stocking.process.js';
import { supplyOffer } from '../../domain/supply-offer/supply-offer.js';
import { reservationNews, RESERVATION_SOURCES } from './news.js';
import { eventTypes, published } from './published.js';

const stored = (type: string, data: unknown) => ({ type, data }) as StoredEvent;

describe('what inventory tells its neighbours', () => {
  it.each(Object.entries(inventoryContracts))('%s: keeps to its contract', (type, { example }) =>
    expect(published[type]!(stored(type, example))).toEqual(example),
  );
  it('leaves out what is private', () => {
    const { example } = inventoryContracts.LotStocked;
    const told = published['LotStocked']!(stored('LotStocked', { ...example, keeper: 'pf-y', supplier: 'gp-1' }));
    expect(told).toEqual(example);
  });
  it('is what its own deciders say', () => {
    const at = '2026-04-15T06:00:00.000Z';
    const by = { actor: 'x', role: 'x', organisation: 'gp-1', households: [] };
    const { supplier: _, ...supply } = inventoryContracts.SupplyAnnounced.example;
    const announced = supplyOffer.decide({ type: 'AnnounceSupply', at, by, data: supply }, supplyOffer.initial);
    expect(toldOf(announced)).toEqual([inventoryContracts.SupplyAnnounced.example]);

    const { supplier, ...shipment } = inventoryContracts.ConsignmentDispatched.example;
    const offer = { sku: 'veg-5kg', supplier, weightGrams: 5000, territory: shipment.territory, withdrawn: false };
    const lines = shipment.lines.map(({ offerId, quantity }) => ({ offerId, quantity, offer }));
    const load = { ...shipment, lines };
    const sent = consignment.decide({ type: 'DispatchConsignment', at, by, data: load }, consignment.initial);
    expect(toldOf(sent)).toEqual([inventoryContracts.ConsignmentDispatched.example]);
    if (sent.kind !== 'accepted') throw new Error(sent.code);

    const [line] = inventoryContracts.GoodsReceived.example.lines;
    const { offerId, accepted, rejected, lot } = line!;
    const count = { lines: [{ offerId, accepted, rejected, expiresOn: lot.expiresOn }] };
    const consignee = { ...by, organisation: shipment.consignee };
    const dispatched = sent.events.reduce(consignment.evolve, consignment.initial);
    const counted = consignment.decide({ type: 'ReceiveGoods', at, by: consignee, data: count }, dispatched);
    expect(toldOf(counted)).toEqual([inventoryContracts.GoodsReceived.example]);
    if (counted.kind !== 'accepted') throw new Error(counted.code);

    const goods = counted.events[0]!.data as Parameters<typeof stocking.react>[0];
    const [ask] = stocking.react(goods, stocking.initial).flatMap(stocking.commandsOf);
    const lotted = stock.decide({ type: 'StockLot', at, by, data: ask!.data as never }, stock.initial);
    expect(toldOf(lotted)).toEqual([inventoryContracts.LotStocked.example]);
  });
  it('covers every event type it appends', () => expect(Object.keys(eventTypes)).toEqual(Object.keys(published)));
});

describe('what inventory hears from its neighbours', () => {
  it('understands the example of every event it listens to', () => {
    const examples = { ...ordersContracts, ...deliveryContracts };
    const types = RESERVATION_SOURCES.flatMap(({ handles }) => handles) as (keyof typeof examples)[];
    const news = types.map((type) => reservationNews({ type, data: examples[type].example }));
    expect(news.map((item) => item?.type)).toEqual([
      'GoodsGranted',
      'OrderEnded',
      'OrderEnded',
      'ParcelPacked',
      'ParcelHandedOver',
    ]);
    expect(news[0]).toMatchObject({ until: ordersContracts.GoodsGranted.example.reservedUntil });
  });
  it('refuses what breaks the contract', () =>
    expect(() => reservationNews({ type: 'GoodsGranted', data: { orderId: 1 } })).toThrow());
  it('is not concerned by anything else', () =>
    expect(reservationNews({ type: 'RoundOpened', data: {} })).toBeUndefined());
});

function toldOf(decision: { kind: string; events?: { type: string; data: unknown }[] }): unknown[] {
  return (decision.events ?? []).map(({ type, data }) => published[type]!(stored(type, data)));
}
