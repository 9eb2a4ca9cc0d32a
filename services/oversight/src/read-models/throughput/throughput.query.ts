import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import { STAGES, type Stage } from './facts.js';

export interface Span {
  territory: Territory;
  /** First hour, such as `2026-04-15T06`. */
  fromHour: string;
  /** Last hour, exclusive. */
  toHour: string;
}

export interface Amount {
  /** Orders, consignments or parcels. */
  count: number;
  pieces: number;
  grams: number;
}

export interface Minutes {
  count: number;
  p50: number;
  p90: number;
}

export type Leg = 'placedToGranted' | 'grantedToPacked' | 'packedToHandedOver' | 'placedToHandedOver';

export interface Throughput {
  stages: Record<Stage, Amount>;
  minutes: Partial<Record<Leg, Minutes>>;
}

export interface HourOfCommunity extends Throughput {
  community: string;
  hour: string;
}

interface StageRow {
  community: string;
  hour: string;
  stage: Stage;
  count: string;
  pieces: string;
  grams: string;
}
interface LegRow {
  community: string;
  hour: string;
  leg: Leg;
  count: string;
  p50: string;
  p90: string;
}

const WITHIN = `(community = $1 or starts_with(community, $1 || '/'))`;

const STAGE_SUMS = `
  count(distinct f.subject) as count, sum(f.pieces) as pieces,
  sum(coalesce(f.grams, f.pieces * o.weight_grams, 0)) as grams
  from oversight.stage_fact f left join oversight.offer o using (offer_id)
  where ${WITHIN} and hour >= $2 and hour < $3`;

const LEGS: { leg: Leg; from: string; to: string }[] = [
  { leg: 'placedToGranted', from: 'placed_at', to: 'granted_at' },
  { leg: 'grantedToPacked', from: 'granted_at', to: 'packed_at' },
  { leg: 'packedToHandedOver', from: 'packed_at', to: 'handed_over_at' },
  { leg: 'placedToHandedOver', from: 'placed_at', to: 'handed_over_at' },
];

/** A leg counts in the hour in which it ended. */
const LEG_ROWS = LEGS.map(
  ({ leg, from, to }) => `
  select community, substr(${to}, 1, 13) as hour, '${leg}' as leg,
    extract(epoch from ${to}::timestamptz - ${from}::timestamptz) / 60 as minutes
  from oversight.journey where ${from} is not null and ${WITHIN} and ${to} >= $2 and ${to} < $3`,
).join(' union all ');

const PERCENTILES = `
  count(*) as count, round(percentile_cont(0.5) within group (order by minutes)::numeric, 1) as p50,
  round(percentile_cont(0.9) within group (order by minutes)::numeric, 1) as p90
  from (${LEG_ROWS}) legs`;

export async function totalOf(runtime: Runtime, { territory, fromHour, toHour }: Span): Promise<Throughput> {
  const span = [territory, fromHour, toHour];
  const [stages, legs] = await Promise.all([
    rowsOf<StageRow>(runtime, `select stage, ${STAGE_SUMS} group by stage`, span),
    rowsOf<LegRow>(runtime, `select leg, ${PERCENTILES} group by leg order by leg`, span),
  ]);
  return throughputOf(stages, legs);
}

/** Every hour of every community in which something happened, oldest first. */
export async function hoursOf(runtime: Runtime, { territory, fromHour, toHour }: Span): Promise<HourOfCommunity[]> {
  const span = [territory, fromHour, toHour];
  const [stages, legs] = await Promise.all([
    rowsOf<StageRow>(runtime, `select community, hour, stage, ${STAGE_SUMS} group by community, hour, stage`, span),
    rowsOf<LegRow>(runtime, `select community, hour, leg, ${PERCENTILES} group by community, hour, leg`, span),
  ]);
  const byHour = new Map<string, { stages: StageRow[]; legs: LegRow[] }>();
  const rowsAt = ({ community, hour }: { community: string; hour: string }) => {
    const key = `${hour} ${community}`;
    const found = byHour.get(key) ?? { stages: [], legs: [] };
    byHour.set(key, found);
    return found;
  };
  for (const row of stages) rowsAt(row).stages.push(row);
  for (const row of legs) rowsAt(row).legs.push(row);
  return [...byHour]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, rows]) => {
      const [hour = '', community = ''] = key.split(' ');
      return { community, hour: `${hour}:00:00.000Z`, ...throughputOf(rows.stages, rows.legs) };
    });
}

function throughputOf(stages: StageRow[], legs: LegRow[]): Throughput {
  const amount = (row?: StageRow): Amount => ({
    count: Number(row?.count ?? 0),
    pieces: Number(row?.pieces ?? 0),
    grams: Number(row?.grams ?? 0),
  });
  return {
    stages: Object.fromEntries(
      STAGES.map((stage) => [stage, amount(stages.find((row) => row.stage === stage))]),
    ) as Throughput['stages'],
    minutes: Object.fromEntries(
      legs.map(({ leg, count, p50, p90 }) => [leg, { count: Number(count), p50: Number(p50), p90: Number(p90) }]),
    ),
  };
}
