import { unreachable, type IssuedCommand } from '@baogong/decider';
import { hashText, type Instant, type Territory } from '@baogong/kernel';
import type { Duty, LapseReason } from '../obligation/messages.js';

/** What was heard, in this process's own words. `territory`: where the duty is due. */
export type DutyNews =
  | {
      kind: 'consignment-sent';
      at: Instant;
      consignmentId: string;
      roundId: string;
      territory: Territory;
      supplier: string;
      consignee: string;
    }
  | { kind: 'consignment-counted'; at: Instant; consignmentId: string; territory: Territory; consignee: string }
  | { kind: 'demand-fixed'; at: Instant; roundId: string; territory: Territory; suppliers: string[] }
  | { kind: 'parcel-planned'; at: Instant; parcelId: string; territory: Territory; door: boolean; offerIds: string[] }
  | { kind: 'parcel-packed'; at: Instant; parcelId: string; territory: Territory; by: string }
  | { kind: 'parcel-accepted'; at: Instant; parcelId: string; territory: Territory; custodian: string }
  | { kind: 'parcel-handed-over'; at: Instant; parcelId: string; territory: Territory; by: string }
  | { kind: 'parcel-ended'; parcelId: string; territory: Territory; reason: LapseReason };

/** Facts about a duty that is to begin: who is named, and which goods it concerns. The law and the holder are looked up. */
export interface StartAsked extends Duty {
  /** The actor whom the event names; without one it is whoever holds the obliged role nearest to the place. */
  named?: string;
  offerIds?: string[];
}

export const obligationStream = (obligationId: string, territory: Territory) => ({
  id: `obligation-${obligationId}`,
  kind: 'obligation',
  territory,
});

/** One duty per thing and action, so that what ends it finds it. */
const dutyOf = {
  count: (consignmentId: string) => `count-${consignmentId}`,
  // A supplier's code may be long, and ids in addresses may not.
  send: (roundId: string, supplier: string) => `send-${roundId}-${hashText(supplier).slice(0, 12)}`,
  pack: (parcelId: string) => `pack-${parcelId}`,
  deliver: (parcelId: string) => `deliver-${parcelId}`,
  handOver: (parcelId: string) => `hand-over-${parcelId}`,
};

/** Which duties an event begins, fulfils or ends. Their clocks are timers; what the law says of them is looked up. */
export function commandsFor(news: DutyNews): IssuedCommand[] {
  switch (news.kind) {
    case 'consignment-sent':
      return [
        startCounting(news),
        fulfil(dutyOf.send(news.roundId, news.supplier), { ...news, by: news.supplier, keep: true }),
      ];
    case 'consignment-counted':
      return [fulfil(dutyOf.count(news.consignmentId), { ...news, by: news.consignee })];
    case 'demand-fixed':
      return news.suppliers.map((supplier) => startSending(news, supplier));
    case 'parcel-planned':
      return [startPacking(news), ...(news.door ? [startDelivering(news)] : [])];
    case 'parcel-packed':
      return [fulfil(dutyOf.pack(news.parcelId), news)];
    case 'parcel-accepted':
      return [startHandingOver(news)];
    case 'parcel-handed-over':
      return [dutyOf.deliver, dutyOf.handOver].map((idOf) => fulfil(idOf(news.parcelId), news));
    case 'parcel-ended':
      return [dutyOf.pack, dutyOf.deliver, dutyOf.handOver].map((idOf) => lapse(idOf(news.parcelId), news));
    default:
      return unreachable(news);
  }
}

type Of<K extends DutyNews['kind']> = Extract<DutyNews, { kind: K }>;

const startCounting = ({ at, consignmentId, territory, consignee }: Of<'consignment-sent'>) =>
  start({
    obligationId: dutyOf.count(consignmentId),
    action: 'ReceiveGoods',
    subject: { kind: 'consignment', id: consignmentId },
    territory,
    startedAt: at,
    named: consignee,
  });

const startSending = ({ at, roundId, territory }: Of<'demand-fixed'>, supplier: string) =>
  start({
    obligationId: dutyOf.send(roundId, supplier),
    action: 'DispatchConsignment',
    subject: { kind: 'round', id: roundId },
    territory,
    startedAt: at,
    named: supplier,
  });

const parcel = ({ parcelId, territory, at }: { parcelId: string; territory: Territory; at: Instant }) => ({
  subject: { kind: 'parcel' as const, id: parcelId },
  territory,
  startedAt: at,
});

const startPacking = (news: Of<'parcel-planned'>) =>
  start({ ...parcel(news), obligationId: dutyOf.pack(news.parcelId), action: 'PackParcel' });

const startDelivering = (news: Of<'parcel-planned'>) => {
  const { parcelId, offerIds } = news;
  return start({ ...parcel(news), obligationId: dutyOf.deliver(parcelId), action: 'DeliverToDoor', offerIds });
};

/** Only a station is obliged to hand over; for whoever else took the parcel no rule starts a clock. */
const startHandingOver = (news: Of<'parcel-accepted'>) => {
  const { parcelId, custodian } = news;
  return start({
    ...parcel(news),
    obligationId: dutyOf.handOver(parcelId),
    action: 'HandOverParcel',
    named: custodian,
  });
};

function start(asked: StartAsked): IssuedCommand {
  return { action: 'StartDuty', stream: obligationStream(asked.obligationId, asked.territory), data: asked };
}

interface Deed {
  at: Instant;
  territory: Territory;
  by: string;
  keep?: boolean;
}

function fulfil(obligationId: string, { at, territory, by, keep }: Deed): IssuedCommand {
  const data = { obligationId, doneAt: at, doneBy: by, ...(keep ? { keep } : {}) };
  return { action: 'FulfilDuty', stream: obligationStream(obligationId, territory), data };
}

function lapse(obligationId: string, { territory, reason }: Of<'parcel-ended'>): IssuedCommand {
  return { action: 'LapseDuty', stream: obligationStream(obligationId, territory), data: { reason } };
}
