import { CONTRACTS, publishedTypes } from '@baogong/contracts';
import { upcastBy } from '@baogong/event-store';
import { foldOfDecisions, goldenContracts, goldenFaults, readGolden, type EventReading } from '@baogong/testing';
import { resolve } from 'node:path';
import { parkedEvent } from '@baogong/parking';
import { inventoryService } from '../src/index.js';
import { consignment } from '../src/domain/consignment/consignment.js';
import { reservation } from '../src/domain/reservation/reservation.process.js';
import { stock } from '../src/domain/stock/stock.js';
import { stocking } from '../src/domain/stocking/stocking.process.js';
import { supplyOffer } from '../src/domain/supply-offer/supply-offer.js';

const golden = readGolden(resolve(import.meta.dirname, '../golden'));
const eventTypes = { ...inventoryService.eventTypes, DutyRefused: 1, StockingDecided: 1, ReservationDecided: 1 };
const reading: EventReading = {
  eventTypes,
  upcast: upcastBy(inventoryService.upcasters ?? {}, eventTypes),
  contracts: goldenContracts('inventory', CONTRACTS.inventory, publishedTypes()),
  folds: {
    refusals: { folding: { initial: null, evolve: () => null }, types: ['DutyRefused'] },
    parkedEvent: { folding: parkedEvent, types: ['ParkedReplayOrdered', 'ParkedSkipOrdered'] },
    stock: {
      folding: stock,
      types: [
        'LotStocked',
        'StockReserved',
        'StockReservationDeclined',
        'ReservationPinned',
        'ReservationReleased',
        'ReservationExpired',
        'StockDispensed',
        'StockAdjusted',
      ],
    },
    supplyOffer: { folding: supplyOffer, types: ['SupplyAnnounced', 'SupplyWithdrawn'] },
    consignment: { folding: consignment, types: ['ConsignmentDispatched', 'GoodsReceived'] },
    stocking: { folding: foldOfDecisions(stocking), types: ['StockingDecided'] },
    reservation: { folding: foldOfDecisions(reservation), types: ['ReservationDecided'] },
  },
};

describe('events and snapshots of inventory that are out there', () => {
  it('are read by this program as what they were', () => expect(goldenFaults(reading, golden)).toEqual([]));
});
