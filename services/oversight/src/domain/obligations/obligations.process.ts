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
      /** The end of the window that was promised for the last of the goods. */
      promisedBy?: Instant;
    }
  | { kind: 'consignment-counted'; at: Instant; consignmentId: string; territory: Territory; consignee: string }
  | { kind: 'demand-fixed'; at: Instant; roundId: string; territory: Territory; owed: Owed[] }
  | { kind: 'parcel-planned'; at: Instant; parcelId: string; territory: Territory; door: boolean; offerIds: string[] }
  | { kind: 'parcel-packed'; at: Instant; parcelId: string; territory: Territory; by: string }
  | { kind: 'parcel-accepted'; at: Instant; parcelId: string; territory: Territory; custodian: string }
  | { kind: 'parcel-handed-over'; at: Instant; parcelId: string; territory: Territory; by: string }
  | { kind: 'restriction-met'; at: Instant; reportId: string; territory: Territory; imposedBy: string }
  | { kind: 'parcel-ended'; parcelId: string; territory: Territory; reason: LapseReason };

/** Goods that were asked for. `promisedBy`: the end of the window of the first of them. */
export interface Owed {
  supplier: string;
  promisedBy?: Instant;
}

/** Facts about a duty that is to begin. Whether its goods are medicine, the law and the holder are looked up. */
export interface StartAsked extends Omit<Duty, 'medicine'> {
  offerIds?: string[];
  /** It was done already: where it is forbidden, that is the breach. */
  done?: true;
}

export const obligationStream = (obligationId: string, territory: Territory) => ({
  id: `obligation-${obligationId}`,
  kind: 'obligation',
  territory,
});

/** One duty per thing and action, so that what ends it finds it. */
const dutyOf = {
  count: (consignmentId: string) => `count-${consignmentId}`,
  bring: (consignmentId: string) => `bring-${consignmentId}`,
  // A supplier's code may be long, and ids in addresses may not.
  send: (roundId: string, supplier: string) => `send-${roundId}-${hashText(supplier).slice(0, 12)}`,
  pack: (parcelId: string) => `pack-${parcelId}`,
  deliver: (parcelId: string) => `deliver-${parcelId}`,
  handOver: (parcelId: string) => `hand-over-${parcelId}`,
  restrict: (reportId: string) => `restrict-${reportId}`,
};

/** Which duties an event begins, fulfils or ends. Their clocks are timers; what the law says of them is looked up. */
export function commandsFor(news: DutyNews): IssuedCommand[] {
  switch (news.kind) {
    case 'consignment-sent':
      return [
        startCounting(news),
        fulfil(dutyOf.send(news.roundId, news.supplier), { ...news, by: news.supplier, keep: true }),
        startBringing(news),
      ];
    case 'consignment-counted':
      return [dutyOf.count, dutyOf.bring].map((idOf) =>
        fulfil(idOf(news.consignmentId), { ...news, by: news.consignee }),
      );
    case 'demand-fixed':
      return news.owed.map((owed) => startSending(news, owed));
    case 'parcel-planned':
      return startPreparing(news);
    case 'parcel-packed':
      return [fulfil(dutyOf.pack(news.parcelId), news)];
    case 'parcel-accepted':
      return [startHandingOver(news)];
    case 'parcel-handed-over':
      return [dutyOf.deliver, dutyOf.handOver].map((idOf) => fulfil(idOf(news.parcelId), news));
    case 'restriction-met':
      return [breakRestriction(news)];
    case 'parcel-ended':
      return [dutyOf.pack, dutyOf.deliver, dutyOf.handOver].map((idOf) => lapse(idOf(news.parcelId), news));
    default:
      return unreachable(news);
  }
}

type Of<K extends DutyNews['kind']> = Extract<DutyNews, { kind: K }>;

const consignment = ({ at, consignmentId, territory, promisedBy }: Of<'consignment-sent'>) => ({
  subject: { kind: 'consignment' as const, id: consignmentId },
  territory,
  // Nothing tells of the arrival: until the window is over nobody need have been at the gate.
  startedAt: promisedBy !== undefined && promisedBy > at ? promisedBy : at,
});

const startCounting = (news: Of<'consignment-sent'>) => {
  const { consignmentId, consignee } = news;
  return start({
    ...consignment(news),
    obligationId: dutyOf.count(consignmentId),
    action: 'ReceiveGoods',
    named: consignee,
  });
};

/** The count is the only witness of the arrival. */
const startBringing = (news: Of<'consignment-sent'>) => {
  const { consignmentId, supplier } = news;
  return start({
    ...consignment(news),
    obligationId: dutyOf.bring(consignmentId),
    action: 'DeliverToGate',
    named: supplier,
  });
};

const startSending = ({ at, roundId, territory }: Of<'demand-fixed'>, { supplier, ...promise }: Owed) =>
  start({
    obligationId: dutyOf.send(roundId, supplier),
    action: 'DispatchConsignment',
    subject: { kind: 'round', id: roundId },
    territory,
    startedAt: at,
    ...promise,
    named: supplier,
  });

const parcel = ({ parcelId, territory, at }: { parcelId: string; territory: Territory; at: Instant }) => ({
  subject: { kind: 'parcel' as const, id: parcelId },
  territory,
  startedAt: at,
});

const startPreparing = (news: Of<'parcel-planned'>) => [
  startPacking(news),
  ...(news.door ? [startDelivering(news)] : []),
];

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

const breakRestriction = ({ at, reportId, territory, imposedBy }: Of<'restriction-met'>) =>
  start({
    obligationId: dutyOf.restrict(reportId),
    action: 'AddRestriction',
    subject: { kind: 'rule-report', id: reportId },
    ...{ territory, startedAt: at, named: imposedBy, done: true },
  });

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
