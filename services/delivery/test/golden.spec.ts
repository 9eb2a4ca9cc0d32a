import { CONTRACTS, publishedTypes } from '@baogong/contracts';
import { upcastBy } from '@baogong/event-store';
import { foldOfDecisions, goldenContracts, goldenFaults, readGolden, type EventReading } from '@baogong/testing';
import { resolve } from 'node:path';
import { parkedEvent } from '@baogong/parking';
import { deliveryService } from '../src/index.js';
import { parcelPlanning } from '../src/domain/parcel-planning/parcel-planning.process.js';
import { parcel } from '../src/domain/parcel/parcel.js';
import { passDesk } from '../src/domain/pass-desk/pass-desk.js';
import { station } from '../src/domain/station/station.js';

const golden = readGolden(resolve(import.meta.dirname, '../golden'));
const eventTypes = { ...deliveryService.eventTypes, DutyRefused: 1, ParcelPlanningDecided: 1 };
const reading: EventReading = {
  eventTypes,
  upcast: upcastBy(deliveryService.upcasters ?? {}, eventTypes),
  contracts: goldenContracts('delivery', CONTRACTS.delivery, publishedTypes()),
  folds: {
    refusals: { folding: { initial: null, evolve: () => null }, types: ['DutyRefused'] },
    parkedEvent: { folding: parkedEvent, types: ['ParkedReplayOrdered', 'ParkedSkipOrdered'] },
    parcel: {
      folding: parcel,
      types: [
        'ParcelPlanned',
        'ParcelPacked',
        'PassIssued',
        'ParcelOffered',
        'ParcelAccepted',
        'PassExpired',
        'ParcelWithdrawalDeclined',
        'ParcelHandedOver',
        'ParcelUncollected',
        'ParcelWithdrawn',
      ],
    },
    passDesk: { folding: passDesk, types: ['PassRefused'] },
    station: { folding: station, types: ['StationOpened', 'StationAmended'] },
    parcelPlanning: { folding: foldOfDecisions(parcelPlanning), types: ['ParcelPlanningDecided'] },
  },
};

describe('events and snapshots of delivery that are out there', () => {
  it('are read by this program as what they were', () => expect(goldenFaults(reading, golden)).toEqual([]));
});
