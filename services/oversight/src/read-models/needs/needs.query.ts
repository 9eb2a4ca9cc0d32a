import { addMinutes } from '@baogong/kernel';
import { hourOf } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Reader } from '../asking.js';
import { LEAST_COUNT, masked } from '../masking.js';

/** A household with less is short: a delivery that is ordered today may take as long. */
export const COVER_DAYS = 3;
/** The last answer to it was nothing, and no longer ago than this. */
export const UNSERVED_DAYS = 7;
/** Neither order nor hand-over for as long. */
export const SILENT_DAYS = 3;
const DAY_MINUTES = 1440;

export interface Needs {
  households: number | null;
  /** Covered for fewer than three days. */
  short: number | null;
  unserved: number | null;
  unreached: number | null;
}
export interface NeedsOfCommunity extends Needs {
  community: string;
}
export interface NeedsTotal extends Needs {
  /** Counts of communities that are too small to be told, and so in none of the sums; missing where none is. */
  hidden?: number;
}

interface Row {
  community: string;
  households: string;
  short: string;
  unserved: string;
  unreached: string;
}

const WITHIN = `(community = $1 or starts_with(community, $1 || '/'))`;
const rowsWhere = (kind: string, and = ''): string =>
  `select community, kind, households from oversight.household_hour where kind = '${kind}' ${and} and ${WITHIN}`;

/**
 * Households that are covered lie in the few days to come, short ones in all that went by: so the former are looked up.
 * Each kind by itself, so that the hours that do not matter are never read.
 */
const BY_COMMUNITY = `
  select community, sum(households) filter (where kind = 'known') as households,
    sum(households) filter (where kind = 'known')
      - coalesce(sum(households) filter (where kind = 'covered'), 0) as short,
    coalesce(sum(households) filter (where kind = 'unserved'), 0) as unserved,
    coalesce(sum(households) filter (where kind = 'heard'), 0) as unreached
  from (${rowsWhere('known')} union all ${rowsWhere('covered', 'and hour >= $2')}
    union all ${rowsWhere('unserved', 'and hour >= $3')} union all ${rowsWhere('heard', 'and hour < $4')}) h
  group by community`;

const COLUMNS = ['households', 'short', 'unserved', 'unreached'] as const;

/** As things stand now. */
export async function needsOf(runtime: Runtime, { territory, persons }: Reader): Promise<NeedsTotal> {
  const told = `($5::boolean or n.count >= ${LEAST_COUNT})`;
  const sums = COLUMNS.map(
    (column) => `sum(${column}) filter (where ${told.replace('n.count', column)}) as ${column},
      count(*) filter (where ${column} > 0 and not ${told.replace('n.count', column)}) as "${column}Hidden"`,
  );
  const [row] = await rowsOf<Record<string, string | null>>(
    runtime,
    `select ${sums.join(', ')} from (${BY_COMMUNITY}) n`,
    [territory, ...bounds(runtime), persons],
  );
  const hidden = COLUMNS.reduce((all, column) => all + Number(row![`${column}Hidden`]), 0);
  const sums4 = Object.fromEntries(COLUMNS.map((column) => [column, Number(row![column] ?? 0)]));
  return { ...(sums4 as unknown as Needs), ...(hidden > 0 ? { hidden } : {}) };
}

/** @returns `limit` communities at most, after the one named */
export async function needsByCommunity(
  runtime: Runtime,
  { territory, persons }: Reader,
  { after, limit }: { after: string; limit: number },
): Promise<NeedsOfCommunity[]> {
  const rows = await rowsOf<Row>(
    runtime,
    `select * from (${BY_COMMUNITY}) n where community > $5 order by community limit $6`,
    [territory, ...bounds(runtime), after, limit],
  );
  return rows.map((row) => ({
    community: row.community,
    households: masked(Number(row.households), persons),
    short: masked(Number(row.short), persons),
    unserved: masked(Number(row.unserved), persons),
    unreached: masked(Number(row.unreached), persons),
  }));
}

function bounds({ clock }: Runtime): string[] {
  const now = clock.now();
  const inDays = (days: number) => hourOf(addMinutes(now, days * DAY_MINUTES));
  return [inDays(COVER_DAYS), inDays(-UNSERVED_DAYS), inDays(-SILENT_DAYS)];
}
