import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { minutesCountedAs } from './durations.js';
import { addCounts, addMinutes, hourOf, type LegCount, type StageCount } from './sums.js';
import type { Leg, OrderStage } from './stages.js';

const MARKS = [
  'placed_at',
  'granted_at',
  'shorted_at',
  'missed_at',
  'cancelled_at',
  'reserved_at',
  'packed_at',
  'handed_over_at',
] as const;
type Mark = (typeof MARKS)[number];
type Journey = Partial<Record<Mark, string | null>>;

const STAGE_AT: { stage: OrderStage; at: Mark }[] = [
  { stage: 'requested', at: 'placed_at' },
  { stage: 'granted', at: 'granted_at' },
  { stage: 'shorted', at: 'shorted_at' },
  { stage: 'cancelled', at: 'cancelled_at' },
  { stage: 'reserved', at: 'reserved_at' },
  { stage: 'packed', at: 'packed_at' },
  { stage: 'handedOver', at: 'handed_over_at' },
];
const LEGS: { leg: Leg; from: Mark; to: Mark }[] = [
  { leg: 'placedToGranted', from: 'placed_at', to: 'granted_at' },
  { leg: 'grantedToReserved', from: 'granted_at', to: 'reserved_at' },
  { leg: 'grantedToPacked', from: 'granted_at', to: 'packed_at' },
  { leg: 'packedToHandedOver', from: 'packed_at', to: 'handed_over_at' },
  { leg: 'placedToHandedOver', from: 'placed_at', to: 'handed_over_at' },
];

interface Changed {
  community: string;
  was: Journey;
  is: Journey;
}

/**
 * One row per order; each mark is set by events of one kind and keeps the earliest, whoever comes first. What the row
 * says before and after goes into the sums, so the sums are those of the rows at every moment.
 */
export async function noteJourney(tx: Tx, mark: Mark, records: EventRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ data, community, at }) => ({
    orderId: (data as { orderId: string }).orderId,
    community,
    at,
  }));
  const changed = await tx.query<Changed>(
    `insert into oversight.journey (order_id, community, ${mark})
     select j."orderId", min(j.community), min(j.at)
     from json_to_recordset($1::json) as j("orderId" text, community text, at text) group by 1 order by 1
     on conflict (order_id) do update set ${mark} = least(journey.${mark}, excluded.${mark})
     returning new.community, ${objectOf('old')} as was, ${objectOf('new')} as is`,
    [JSON.stringify(rows)],
  );
  await addCounts(tx, changed.flatMap(countsChanged));
  await addMinutes(tx, changed.flatMap(minutesChanged));
}

function objectOf(row: 'old' | 'new'): string {
  return `json_build_object(${MARKS.map((mark) => `'${mark}', ${row}.${mark}`).join(', ')})`;
}

function countsChanged({ community, was, is }: Changed): StageCount[] {
  return [
    ...stagesOf(was).map((stage) => ({ ...stage, community, count: -1 })),
    ...stagesOf(is).map((stage) => ({ ...stage, community, count: 1 })),
  ];
}

function stagesOf(journey: Journey): { stage: OrderStage; hour: string }[] {
  const passed = STAGE_AT.flatMap(({ stage, at }) => {
    const moment = journey[at];
    return moment ? [{ stage, hour: hourOf(moment) }] : [];
  });
  const ended = journey.shorted_at ?? journey.missed_at;
  // Asked, and nothing was granted.
  return ended && !journey.granted_at ? [...passed, { stage: 'unserved', hour: hourOf(ended) }] : passed;
}

function minutesChanged({ community, was, is }: Changed): LegCount[] {
  return [
    ...legsOf(was).map((leg) => ({ ...leg, community, count: -1 })),
    ...legsOf(is).map((leg) => ({ ...leg, community, count: 1 })),
  ];
}

/** A leg counts in the hour in which it ended. */
function legsOf(journey: Journey): { leg: Leg; hour: string; minutes: number }[] {
  return LEGS.flatMap(({ leg, from, to }) => {
    const [began, ended] = [journey[from], journey[to]];
    return began && ended ? [{ leg, hour: hourOf(ended), minutes: minutesCountedAs(began, ended) }] : [];
  });
}
