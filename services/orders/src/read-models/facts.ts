import type { Facts, Runtime } from '../application/runtime.js';
import { countedFor, stockedFor } from './counts/counts.query.js';
import { offersFor } from './offers/offers.query.js';
import { orderAddress, ordersSince } from './order-index/order-index.query.js';
import { stationTerritory } from './stations/stations.query.js';
import { webhooksOf, webhookToldTo } from './webhooks/webhooks.query.js';
import { historyReached, requestsAt } from './request-history/request-history.query.js';

export function factsOf(runtime: Runtime): Facts {
  return {
    offers: (community, offerIds) => offersFor(runtime, community, offerIds),
    station: (stationId) => stationTerritory(runtime, stationId),
    orderAddress: (orderId) => orderAddress(runtime, orderId),
    ordersSince: (householdId, since) => ordersSince(runtime, householdId, since),
    requestsAt: (roundId, positions) => requestsAt(runtime, roundId, positions),
    historyReached: (positions) => historyReached(runtime, positions),
    counted: (roundId) => countedFor(runtime, roundId),
    stocked: (roundId) => stockedFor(runtime, roundId),
    webhooksOf: (suppliers) => webhooksOf(runtime, suppliers),
    webhookToldTo: (messageId) => webhookToldTo(runtime, messageId),
  };
}
