import type { Tx } from '@baogong/event-store';
import type { AmountStage, Leg, Stage } from './stages.js';

const HOUR_LENGTH = '2026-01-01T00'.length;
export const hourOf = (at: string): string => at.slice(0, HOUR_LENGTH);

/** A part of one stage's sum; negative where something is taken back. */
export interface Amount {
  stage: AmountStage;
  community: string;
  hour: string;
  /** Empty where a parcel was weighed as a whole. */
  offerId: string;
  /** Who had the stage in hand, where the event tells. */
  actor: string;
  /** Orders, parcels or consignments. */
  orders: number;
  pieces: number;
  /** Null where the event tells no weight: the offer's weight is looked up when somebody asks. */
  grams: number | null;
}

export interface StageCount {
  stage: Stage;
  community: string;
  hour: string;
  count: number;
}

export interface LegCount {
  leg: Leg;
  community: string;
  hour: string;
  minutes: number;
  count: number;
}

/** Sums by hour. All rows are locked in one order, so that two processes never wait for each other in a circle. */
export async function addAmounts(tx: Tx, amounts: readonly Amount[]): Promise<void> {
  if (amounts.length === 0) return;
  await tx.query(
    `insert into oversight.amount_hour as s (stage, community, hour, offer_id, actor, orders, pieces, grams, unweighed)
     select stage, community, hour, "offerId", actor, sum(orders), sum(pieces), coalesce(sum(grams), 0),
       coalesce(sum(pieces) filter (where grams is null), 0)
     from json_to_recordset($1::json) as a(stage text, community text, hour text, "offerId" text, actor text,
       orders bigint, pieces bigint, grams bigint)
     group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
     on conflict (community, hour, stage, offer_id, actor) do update set orders = s.orders + excluded.orders,
       pieces = s.pieces + excluded.pieces, grams = s.grams + excluded.grams,
       unweighed = s.unweighed + excluded.unweighed`,
    [JSON.stringify(amounts)],
  );
  if (amounts.some(({ orders }) => orders < 0)) await dropEmpty(tx, amounts);
}

/** What was taken back whole leaves no row: whether it stood there for a moment shall not be seen afterwards. */
async function dropEmpty(tx: Tx, amounts: readonly Amount[]): Promise<void> {
  await tx.query(
    `delete from oversight.amount_hour s
     using json_to_recordset($1::json) as a(stage text, community text, hour text, "offerId" text, actor text)
     where s.stage = a.stage and s.community = a.community and s.hour = a.hour and s.offer_id = a."offerId"
       and s.actor = a.actor and s.orders = 0`,
    [JSON.stringify(amounts)],
  );
}

export async function addCounts(tx: Tx, counts: readonly StageCount[]): Promise<void> {
  const rows = netted(counts);
  if (rows.length === 0) return;
  await tx.query(
    `insert into oversight.count_hour as s (stage, community, hour, count)
     select stage, community, hour, count
     from json_to_recordset($1::json) as c(stage text, community text, hour text, count bigint) order by 1, 2, 3
     on conflict (community, hour, stage) do update set count = s.count + excluded.count`,
    [JSON.stringify(rows)],
  );
  const lessened = rows.filter(({ count }) => count < 0);
  if (lessened.length === 0) return;
  await tx.query(
    `delete from oversight.count_hour s
     using json_to_recordset($1::json) as c(stage text, community text, hour text)
     where s.stage = c.stage and s.community = c.community and s.hour = c.hour and s.count = 0`,
    [JSON.stringify(lessened)],
  );
}

/** Durations are summed for each level above the community as well: their spread cannot be added up when asked for. */
export async function addMinutes(tx: Tx, counts: readonly LegCount[]): Promise<void> {
  const rows = netted(netted(counts).flatMap(atEachLevel));
  if (rows.length === 0) return;
  await tx.query(
    `insert into oversight.minutes_hour as s (leg, place, hour, minutes, count)
     select leg, place, hour, minutes, count
     from json_to_recordset($1::json) as c(leg text, place text, hour text, minutes int, count bigint)
     order by 1, 2, 3, 4
     on conflict (place, hour, leg, minutes) do update set count = s.count + excluded.count`,
    [JSON.stringify(rows)],
  );
  const lessened = rows.filter(({ count }) => count < 0);
  if (lessened.length === 0) return;
  await tx.query(
    `delete from oversight.minutes_hour s
     using json_to_recordset($1::json) as c(leg text, place text, hour text, minutes int)
     where s.leg = c.leg and s.place = c.place and s.hour = c.hour and s.minutes = c.minutes and s.count = 0`,
    [JSON.stringify(lessened)],
  );
}

/** One row for all that are alike but for their count; what comes to nothing is no row. */
export function netted<T extends { count: number }>(parts: readonly T[]): T[] {
  const sums = new Map<string, T>();
  for (const part of parts) {
    const key = JSON.stringify({ ...part, count: 0 });
    const sum = sums.get(key);
    sums.set(key, { ...part, count: (sum?.count ?? 0) + part.count });
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
}

function atEachLevel({ community, ...rest }: LegCount) {
  const segments = community.split('/');
  return segments.map((_, index) => ({ ...rest, place: segments.slice(0, index + 1).join('/') }));
}
