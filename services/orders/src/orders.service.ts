import { processRunner, type ServiceDefinition } from '@baogong/commanding';
import { setting, type Environment } from '@baogong/operation';
import { granting, lateRequests } from './adapters/events/consumers.js';
import { FULFILMENT_SOURCES, heardByFulfilment } from './adapters/events/fulfilment-events.js';
import { PARKING_EVENTS, parkingConsumer } from '@baogong/parking';
import { eventTypes, published } from './adapters/events/published.js';
import { heardByRoundClosing, ROUND_CLOSING_SOURCES } from './adapters/events/round-closing-events.js';
import { roundTimers } from './adapters/events/round-timers.js';
import { openVault } from './adapters/postgres/open-vault.js';
import { OrdersTables1764000200000 } from './adapters/postgres/orders-tables.js';
import { OrdersPolicyTables1764003100000 } from './adapters/postgres/policy-tables.js';
import { PostgresTurns } from './adapters/postgres/postgres-turns.js';
import { WebhookTables1764000300000 } from './adapters/postgres/webhook-tables.js';
import { startSender, type SenderOptions } from './adapters/webhooks/sender.js';
import { issuedTable } from './application/issued.js';
import { fulfilment } from './domain/fulfilment/fulfilment.process.js';
import { roundClosing } from './domain/round-closing/round-closing.process.js';
import { OrdersModule } from './orders.module.js';
import { counts } from './read-models/counts/counts.projection.js';
import { factsOf } from './read-models/facts.js';
import { households } from './read-models/households/households.projection.js';
import { offers } from './read-models/offers/offers.projection.js';
import { orderIndex } from './read-models/order-index/order-index.projection.js';
import { requestHistory } from './read-models/request-history/request-history.projection.js';
import { webhookConsignments } from './read-models/webhooks/consignments.projection.js';
import { webhookDemand, webhookOffers } from './read-models/webhooks/demand.projection.js';
import { webhookSubscriptions } from './read-models/webhooks/subscriptions.projection.js';
import { stations } from './read-models/stations/stations.projection.js';
import { rounds } from './read-models/rounds/rounds.projection.js';

export interface OrdersOptions {
  /** How suppliers' webhooks are sent; receivers on this machine are for tests and development. */
  webhooks?: SenderOptions;
}

const LOOPBACK_REFUSED: SenderOptions = { loopback: false };

export function ordersServiceFor(options: () => OrdersOptions): ServiceDefinition {
  return {
    name: 'orders',
    eventTypes: { ...eventTypes, ...PARKING_EVENTS },
    published,
    migrations: [OrdersTables1764000200000, WebhookTables1764000300000, OrdersPolicyTables1764003100000],
    consumers(runtime) {
      const parts = { runtime, facts: factsOf(runtime) };
      const readModels = [orderIndex, requestHistory, households, rounds, offers, counts, stations];
      const webhooks = [webhookOffers, webhookConsignments, webhookSubscriptions, webhookDemand(runtime)];
      return [...readModels, ...webhooks, roundTimers, granting(parts), lateRequests(parts), parkingConsumer(runtime)];
    },
    processes: () => [
      processRunner({
        name: 'round-closing',
        process: roundClosing,
        sources: ROUND_CLOSING_SOURCES,
        translate: heardByRoundClosing,
      }),
      processRunner({
        name: 'fulfilment',
        process: fulfilment,
        sources: FULFILMENT_SOURCES,
        translate: heardByFulfilment,
      }),
    ],
    issued: (runtime) => issuedTable(runtime, factsOf(runtime)),
    background: (runtime) => [startSender(runtime, options().webhooks ?? LOOPBACK_REFUSED)],
    module: (runtime) =>
      OrdersModule.register({
        runtime,
        facts: factsOf(runtime),
        vault: openVault(runtime),
        turns: new PostgresTurns(runtime.pool),
        rules: options().webhooks ?? LOOPBACK_REFUSED,
      }),
  };
}

/** Asked when the module is made, not when this file is read: the starter may set it in between. */
export function optionsFrom(environment: Environment): OrdersOptions {
  return { webhooks: { loopback: setting(environment, 'BAOGONG_WEBHOOKS_LOOPBACK') === 'allow' } };
}

export const ordersService: ServiceDefinition = ordersServiceFor(() => optionsFrom(process.env));
