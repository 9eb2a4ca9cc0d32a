import type {
  ConsignmentDispatched,
  GoodsReceived,
  ParcelAccepted,
  ParcelHandedOver,
  ParcelPacked,
  ParcelPlanned,
  RequestsFixed,
  UnknownRuleReported,
} from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { DutyNews } from '../../domain/obligations/obligations.process.js';

type Told = Pick<EventRecord, 'type' | 'at' | 'territory' | 'stream' | 'data'>;

export interface OfferTerms {
  supplier: string;
  /** The end of the promised window. */
  arrivesTo?: string;
}

/** What was promised with these offers; it may have to wait until they are known. */
export type TermsOf = (offerIds: string[]) => Promise<OfferTerms[]>;

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
  oversight: ['UnknownRuleReported'],
} as const;

const OF: Record<string, (told: Told) => DutyNews> = {
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
export async function dutyNews(told: Told, termsOf: TermsOf): Promise<DutyNews | undefined> {
  switch (told.type) {
    case 'UnknownRuleReported':
      return restriction(told);
    case 'RequestsFixed':
      return fixed(told, termsOf);
    case 'ConsignmentDispatched':
      return sent(told, termsOf);
    default:
      return OF[told.type]?.(told);
  }
}

async function fixed({ at, territory, data }: Told, termsOf: TermsOf): Promise<DutyNews> {
  const { roundId, demand = {} } = data as RequestsFixed;
  const terms = await termsOf(Object.keys(demand).filter((offerId) => demand[offerId]! > 0));
  const suppliers = [...new Set(terms.map(({ supplier }) => supplier))].sort();
  const owed = suppliers.map((supplier) => {
    const own = windowsOf(terms.filter((offer) => offer.supplier === supplier));
    return { supplier, ...(own[0] === undefined ? {} : { promisedBy: own[0] }) };
  });
  return { kind: 'demand-fixed', at, roundId, territory, owed };
}

async function sent({ at, data }: Told, termsOf: TermsOf): Promise<DutyNews> {
  const { consignmentId, roundId, territory, supplier, consignee, lines } = data as ConsignmentDispatched;
  const last = windowsOf(await termsOf(lines.map(({ offerId }) => offerId))).at(-1);
  const promise = last === undefined ? {} : { promisedBy: last };
  return { kind: 'consignment-sent', at, consignmentId, roundId, territory, supplier, consignee, ...promise };
}

/** Only what takes something away of what the policy permits, or asks what nobody may ask, adds to it. */
function restriction({ at, data }: Told): DutyNews | undefined {
  const { reportId, territory, imposedBy, differences } = data as UnknownRuleReported;
  if (imposedBy === undefined || differences.length === 0) return undefined;
  return { kind: 'restriction-met', at, reportId, territory, imposedBy };
}

const windowsOf = (terms: OfferTerms[]) => terms.flatMap(({ arrivesTo }) => arrivesTo ?? []).sort();

function ended(territory: string, data: unknown, reason: 'withdrawn' | 'uncollected'): DutyNews {
  return { kind: 'parcel-ended', parcelId: (data as { parcelId: string }).parcelId, territory, reason };
}
