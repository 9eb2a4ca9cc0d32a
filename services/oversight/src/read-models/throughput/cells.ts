import { quantile, type Counted } from './durations.js';
import { LEAST_COUNT } from '../masking.js';
import { shown } from './shown.js';
import { STAGES, type Leg, type Stage } from './stages.js';

export interface Amount {
  /** Offers, consignments, orders or parcels. */
  count: number;
  pieces: number;
  grams: number;
  /** How many cells of fewer than five orders are not in it; missing where none is. */
  hidden?: number;
}

export interface Minutes {
  count: number;
  p50: number;
  p90: number;
}

export interface Throughput {
  stages: Record<Stage, Amount>;
  minutes: Partial<Record<Leg, Minutes>>;
}

export interface CountRow {
  key: string;
  stage: Stage;
  count: string | null;
  hidden: string;
}
export interface AmountRow {
  key: string;
  stage: Stage;
  pieces: string | null;
  grams: string | null;
}
export interface MinutesRow {
  key: string;
  leg: Leg;
  minutes: number;
  count: string;
}

export interface Rows {
  counts: readonly CountRow[];
  amounts: readonly AmountRow[];
  minutes: readonly MinutesRow[];
}

/** @param persons the parameter that says whether the reader sees persons */
export const counted = (persons: string): string => `
  sum(count) filter (where ${shown('count', persons)}) as count,
  count(*) filter (where not ${shown('count', persons)}) as hidden`;

/** Of rows `a` of amount_hour with their offers `o`. @param persons as above */
export const weighed = (persons: string): string => `
  sum(pieces) filter (where ${shown('orders', persons)}) as pieces,
  sum(grams + unweighed * coalesce(o.weight_grams, 0)) filter (where ${shown('orders', persons)}) as grams`;

export const AMOUNTS = 'oversight.amount_hour a left join oversight.offer o using (offer_id)';

/** The rows of each key. */
export function byKey({ counts, amounts, minutes }: Rows): (key: string) => Rows {
  const parts = { counts: grouped(counts), amounts: grouped(amounts), minutes: grouped(minutes) };
  return (key) => ({
    counts: parts.counts.get(key) ?? [],
    amounts: parts.amounts.get(key) ?? [],
    minutes: parts.minutes.get(key) ?? [],
  });
}

function grouped<T extends { key: string }>(rows: readonly T[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const row of rows) {
    const found = all.get(row.key);
    if (found) found.push(row);
    else all.set(row.key, [row]);
  }
  return all;
}

/** @param minutes ordered by minutes */
export function throughputOf({ counts, amounts, minutes }: Rows, persons: boolean): Throughput {
  const stage = (name: Stage): Amount => {
    const count = counts.find((row) => row.stage === name);
    const amount = amounts.find((row) => row.stage === name);
    const hidden = Number(count?.hidden ?? 0);
    return {
      count: Number(count?.count ?? 0),
      pieces: Number(amount?.pieces ?? 0),
      grams: Number(amount?.grams ?? 0),
      ...(hidden > 0 ? { hidden } : {}),
    };
  };
  const stages = Object.fromEntries(STAGES.map((name) => [name, stage(name)])) as Throughput['stages'];
  return { stages, minutes: minutesOf(minutes, persons) };
}

/** Whoever sees no persons is told no spread of fewer than five durations, and their number in steps of five. */
function minutesOf(rows: readonly MinutesRow[], persons: boolean): Throughput['minutes'] {
  const legs = new Map<Leg, Counted[]>();
  for (const { leg, minutes, count } of rows) {
    legs.set(leg, [...(legs.get(leg) ?? []), { minutes, count: Number(count) }]);
  }
  return Object.fromEntries(
    [...legs].flatMap(([leg, spread]) => {
      const all = spread.reduce((sum, { count }) => sum + count, 0);
      if (!persons && all < LEAST_COUNT) return [];
      const count = persons ? all : all - (all % LEAST_COUNT);
      return [[leg, { count, p50: quantile(spread, 0.5), p90: quantile(spread, 0.9) }]];
    }),
  );
}
