import type {
  ConsignmentDispatched,
  GoodsReceived,
  ParcelAccepted,
  ParcelHandedOver,
  ParcelPacked,
  ParcelPlanned,
  RequestsFixed,
} from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { DutyNews } from '../../domain/obligations/obligations.process.js';

type Told = Pick<EventRecord, 'type' | 'at' | 'territory' | 'stream' | 'data'>;

/** The suppliers of these offers; it may have to wait until they are known. */
export type SuppliersOf = (offerIds: string[]) => Promise<string[]>;

export const DUTY_SOURCES = {
  orders: ['RequestsFixed'],
  inventory: ['ConsignmentDispatched', 'GoodsReceived'],
  delivery: [
    'ParcelPlanned',
    'ParcelPacked',
    'ParcelAccepted',
    'ParcelHandedOver',
    'ParcelWithdrawn',
    'ParcelUncollected',
  ],
} as const;

const OF: Record<string, (told: Told) => DutyNews> = {
  ConsignmentDispatched({ at, data }) {
    const { consignmentId, roundId, territory, supplier, consignee } = data as ConsignmentDispatched;
    return { kind: 'consignment-sent', at, consignmentId, roundId, territory, supplier, consignee };
  },
  GoodsReceived({ at, data }) {
    const { consignmentId, territory, consignee } = data as GoodsReceived;
    return { kind: 'consignment-counted', at, consignmentId, territory, consignee };
  },
  ParcelPlanned({ at, data }) {
    const { parcelId, territory, place, lines } = data as ParcelPlanned;
    const offerIds = [...new Set(lines.map(({ offerId }) => offerId))];
    return { kind: 'parcel-planned', at, parcelId, territory, door: place.kind === 'door', offerIds };
  },
  ParcelPacked({ at, territory, data }) {
    const { parcelId, packedBy } = data as ParcelPacked;
    return { kind: 'parcel-packed', at, parcelId, territory, by: packedBy };
  },
  ParcelAccepted({ at, territory, data }) {
    const { parcelId, custodian } = data as ParcelAccepted;
    return { kind: 'parcel-accepted', at, parcelId, territory, custodian };
  },
  ParcelHandedOver({ at, territory, data }) {
    const { parcelId, by } = data as ParcelHandedOver;
    return { kind: 'parcel-handed-over', at, parcelId, territory, by };
  },
  ParcelWithdrawn: ({ territory, data }) => ended(territory, data, 'withdrawn'),
  ParcelUncollected: ({ territory, data }) => ended(territory, data, 'uncollected'),
};

/** The events of all services in the words of the obligations. */
export async function dutyNews(told: Told, suppliersOf: SuppliersOf): Promise<DutyNews | undefined> {
  if (told.type !== 'RequestsFixed') return OF[told.type]?.(told);
  const { roundId, demand = {} } = told.data as RequestsFixed;
  const wanted = Object.keys(demand).filter((offerId) => demand[offerId]! > 0);
  const suppliers = await suppliersOf(wanted);
  return { kind: 'demand-fixed', at: told.at, roundId, territory: told.territory, suppliers };
}

function ended(territory: string, data: unknown, reason: 'withdrawn' | 'uncollected'): DutyNews {
  return { kind: 'parcel-ended', parcelId: (data as { parcelId: string }).parcelId, territory, reason };
}
