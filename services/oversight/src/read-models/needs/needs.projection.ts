import type { HouseholdRegistered, OrderPlaced, ParcelHandedOver } from '@baogong/contracts';
import type { EventRecord, Projection } from '@baogong/event-pipe';
import { noteHouseholds, noteSupplies, reckonCover, type HouseholdNote } from './households.js';

type Part = (at: string) => Partial<HouseholdNote>;

/** What each event says of the household it is about. */
const OF_ORDERS: Record<string, Part> = {
  OrderPlaced: (at) => ({ heardAt: at }),
  OrderAmended: (at) => ({ heardAt: at }),
  OrderCancelled: (at) => ({ heardAt: at }),
  GoodsGranted: (at) => ({ servedAt: at }),
  OrderConfirmed: (at) => ({ servedAt: at }),
  OrderShorted: (at) => ({ unservedAt: at }),
  OrderMissedRound: (at) => ({ unservedAt: at }),
};

export const needsOfOrders: Projection = {
  name: 'needs-orders',
  source: 'orders',
  handles: ['HouseholdRegistered', 'HouseholdAmended', ...Object.keys(OF_ORDERS)],
  async apply(tx, records) {
    const notes = records.map(noteOf);
    await noteHouseholds(tx, notes);
    await reckonCover(
      tx,
      notes.filter(({ people }) => people !== undefined).map(({ householdId }) => householdId),
    );
  },
};

export const needsOfDelivery: Projection = {
  name: 'needs-delivery',
  source: 'delivery',
  handles: ['ParcelHandedOver'],
  async apply(tx, records) {
    const handedOver = records.map(({ data, community, at }) => ({ ...(data as ParcelHandedOver), community, at }));
    await noteHouseholds(
      tx,
      handedOver.map(({ householdId, community, at }) => ({ householdId, community, heardAt: at, servedAt: at })),
    );
    await noteSupplies(
      tx,
      handedOver.map(({ householdId, at, weightGrams }) => ({
        householdId,
        hour: at.slice(0, 13),
        grams: weightGrams,
      })),
    );
    await reckonCover(
      tx,
      handedOver.map(({ householdId }) => householdId),
    );
  },
};

function noteOf({ type, at, community, data }: EventRecord): HouseholdNote {
  const { householdId } = data as OrderPlaced;
  const part = OF_ORDERS[type]?.(at);
  if (part) return { householdId, community, ...part };
  const { people } = data as HouseholdRegistered;
  return { householdId, community, people, registeredAt: at };
}
