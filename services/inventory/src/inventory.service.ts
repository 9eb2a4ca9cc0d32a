import { processRunner } from '@baogong/commanding';
import type { AnyDecider, ServiceDefinition } from '@baogong/commanding';
import { PARKING_EVENTS, parkingConsumer } from '@baogong/parking';
import { countedGoods, RESERVATION_SOURCES, reservationNews, STOCKING_SOURCES } from './adapters/events/news.js';
import { eventTypes, published } from './adapters/events/published.js';
import { migrations } from './adapters/postgres/inventory-tables.js';
import { reservation } from './domain/reservation/reservation.process.js';
import { stock } from './domain/stock/stock.js';
import { stocking } from './domain/stocking/stocking.process.js';
import { InventoryModule } from './inventory.module.js';
import { ConsignmentRow } from './read-models/consignments/consignment.entity.js';
import { consignmentsProjection } from './read-models/consignments/consignments.projection.js';
import { reservationTimersProjection } from './read-models/reservation-timers/reservation-timers.projection.js';
import { StockRow } from './read-models/stock/stock.entity.js';
import { stockProjection } from './read-models/stock/stock.projection.js';
import { SupplyOfferRow } from './read-models/supply-offers/supply-offer.entity.js';
import { supplyOffersProjection } from './read-models/supply-offers/supply-offers.projection.js';

const decider = stock as unknown as AnyDecider;

export const inventoryService: ServiceDefinition = {
  name: 'inventory',
  eventTypes: { ...eventTypes, ...PARKING_EVENTS },
  published,
  migrations,
  readModels: [
    { projection: supplyOffersProjection, tables: ['read.supply_offer'] },
    { projection: consignmentsProjection, tables: ['read.consignment'] },
    { projection: stockProjection, tables: ['read.stock'] },
  ],
  entities: [SupplyOfferRow, ConsignmentRow, StockRow],
  consumers: (runtime) => [
    supplyOffersProjection,
    consignmentsProjection,
    stockProjection,
    reservationTimersProjection,
    parkingConsumer(runtime),
  ],
  processes: () => [
    processRunner({ name: 'stocking', process: stocking, sources: STOCKING_SOURCES, translate: countedGoods }),
    processRunner({
      name: 'reservation',
      process: reservation,
      sources: RESERVATION_SOURCES,
      translate: reservationNews,
    }),
  ],
  issued: () => ({
    StockLot: { decider },
    ReserveStock: { decider },
    // An order may have been declined or have expired before it was packed or cancelled.
    ReleaseReservation: { decider, expects: ['never-reserved'] },
    PinReservation: { decider, expects: ['never-reserved'] },
    DispenseReservation: { decider },
    ExpireReservation: { decider, expects: ['already-pinned'] },
  }),
  module: (runtime) => InventoryModule.register(runtime),
};
