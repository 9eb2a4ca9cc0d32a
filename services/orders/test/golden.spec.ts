import { CONTRACTS, publishedTypes } from '@baogong/contracts';
import { upcastBy } from '@baogong/event-store';
import { foldOfDecisions, goldenContracts, goldenFaults, readGolden, type EventReading } from '@baogong/testing';
import { resolve } from 'node:path';
import { parkedEvent } from '@baogong/parking';
import { ordersServiceFor } from '../src/index.js';
import { allocation } from '../src/domain/allocation/allocation.js';
import { fulfilment } from '../src/domain/fulfilment/fulfilment.process.js';
import { household } from '../src/domain/household/household.js';
import { order } from '../src/domain/order/order.js';
import { roundClosing } from '../src/domain/round-closing/round-closing.process.js';
import { round } from '../src/domain/round/round.js';
import { webhookSubscription } from '../src/domain/webhook-subscription/webhook-subscription.js';

const golden = readGolden(resolve(import.meta.dirname, '../golden'));
const service = ordersServiceFor(() => ({}));
const eventTypes = { ...service.eventTypes, DutyRefused: 1, RoundClosingDecided: 1, FulfilmentDecided: 1 };
const reading: EventReading = {
  eventTypes,
  upcast: upcastBy(service.upcasters ?? {}, eventTypes),
  contracts: goldenContracts('orders', CONTRACTS.orders, publishedTypes()),
  folds: {
    refusals: { folding: { initial: null, evolve: () => null }, types: ['DutyRefused'] },
    parkedEvent: { folding: parkedEvent, types: ['ParkedReplayOrdered', 'ParkedSkipOrdered'] },
    household: { folding: household, types: ['HouseholdRegistered', 'HouseholdAmended', 'ConsentRecorded'] },
    round: { folding: round, types: ['RoundOpened', 'RoundClosed', 'RequestsFixed'] },
    order: {
      folding: order,
      types: [
        'OrderPlaced',
        'OrderAmended',
        'OrderAmendmentMissed',
        'GoodsGranted',
        'OrderShorted',
        'OrderConfirmed',
        'OrderCancellationRequested',
        'OrderCancellationDeclined',
        'OrderFulfilled',
        'OrderCancelled',
        'OrderMissedRound',
        'OrderLapsed',
        'SettlementRecorded',
        'RefundDue',
      ],
    },
    allocation: { folding: allocation, types: ['AllocationComputed'] },
    webhook: {
      folding: webhookSubscription,
      types: [
        'WebhookRegistered',
        'WebhookSecretRotated',
        'WebhookDisabled',
        'WebhookEnabled',
        'WebhookSuspended',
        'WebhookReplayRequested',
      ],
    },
    roundClosing: { folding: foldOfDecisions(roundClosing), types: ['RoundClosingDecided'] },
    fulfilment: { folding: foldOfDecisions(fulfilment), types: ['FulfilmentDecided'] },
  },
};

describe('events and snapshots of orders that are out there', () => {
  it('are read by this program as what they were', () => expect(goldenFaults(reading, golden)).toEqual([]));
});
