import { processRunner } from '@baogong/commanding';
import type { AnyDecider, ServiceDefinition } from '@baogong/commanding';
import { PARKING_EVENTS, parkingConsumer } from '@baogong/parking';
import { orderNews, ORDER_SOURCES } from './adapters/events/order-news.js';
import { eventTypes, published } from './adapters/events/published.js';
import { DeliveryInstructions1790300700000, DeliveryTables1764000200000 } from './adapters/postgres/delivery-tables.js';
import { ParcelEntity } from './read-models/parcels/parcel.entity.js';
import { StationEntity } from './read-models/stations/station.entity.js';
import { passKeysFor } from './application/pass-office.js';
import { DeliveryModule } from './delivery.module.js';
import { parcelPlanning } from './domain/parcel-planning/parcel-planning.process.js';
import { parcel } from './domain/parcel/parcel.js';
import { instructionsProjection } from './read-models/instructions/instructions.projection.js';
import { parcelsProjection } from './read-models/parcels/parcels.projection.js';
import { passExpiryProjection } from './read-models/pass-expiry/pass-expiry.projection.js';
import { stationsProjection } from './read-models/stations/stations.projection.js';

const decider = parcel as unknown as AnyDecider;

export const deliveryService: ServiceDefinition = {
  name: 'delivery',
  eventTypes: { ...eventTypes, ...PARKING_EVENTS },
  published,
  migrations: [DeliveryTables1764000200000, DeliveryInstructions1790300700000],
  readModels: [
    { projection: stationsProjection, tables: ['read.station'] },
    { projection: parcelsProjection, tables: ['read.parcel'] },
  ],
  entities: [StationEntity, ParcelEntity],
  consumers: (runtime) => [
    ...[stationsProjection, parcelsProjection, instructionsProjection],
    ...[passExpiryProjection, parkingConsumer(runtime)],
  ],
  processes: () => [
    processRunner({
      name: 'parcel-planning',
      process: parcelPlanning,
      sources: ORDER_SOURCES,
      translate: orderNews,
    }),
  ],
  issued: () => ({
    PlanParcel: { decider, expects: ['already-planned'] },
    WithdrawParcel: { decider },
    ExpirePass: { decider },
  }),
  // A service that could not sign would take parcels in and never let them out: better not to start.
  prepare: async (runtime) => void passKeysFor(runtime),
  module: (runtime) => DeliveryModule.register(runtime),
};
