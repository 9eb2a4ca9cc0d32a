import type { Hours } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Territory } from '@baogong/kernel';
import { organisationOf } from '../organisations.js';
import type { TallyKind } from './tally.projection.js';

export interface Tally {
  organisation: string;
  count: number;
}

export type Place = Hours & { territory: Territory };
const WITHIN = `(community = $1 or starts_with(community, $1 || '/'))`;

/** Whose it was, most often first. @returns a hundred organisations at most */
export async function tallyOf(runtime: Runtime, kind: TallyKind, place: Place): Promise<Tally[]> {
  const rows = await rowsOf<{ organisation: string; count: string }>(
    runtime,
    `select ${organisationOf('t.actor')} as organisation, sum(count) as count from oversight.tally_hour t
     where ${WITHIN} and kind = $2 and hour >= $3 and hour < $4 group by 1 order by 2 desc, 1 limit 100`,
    [place.territory, kind, place.fromHour, place.toHour],
  );
  return rows.map(({ organisation, count }) => ({ organisation: organisation || 'persons', count: Number(count) }));
}

export type Counts = Record<TallyKind, { within: number; before: number }>;

/** How often each happened in the period, and ever before its end. */
export async function countsOf(runtime: Runtime, place: Place): Promise<Counts> {
  const rows = await rowsOf<{ kind: TallyKind; within: string; before: string }>(
    runtime,
    `select kind, coalesce(sum(count) filter (where hour >= $2), 0) as within, sum(count) as before
     from oversight.tally_hour where ${WITHIN} and hour < $3 group by kind`,
    [place.territory, place.fromHour, place.toHour],
  );
  const of = (kind: TallyKind) => {
    const row = rows.find((each) => each.kind === kind);
    return { within: Number(row?.within ?? 0), before: Number(row?.before ?? 0) };
  };
  return {
    breach: of('breach'),
    'case-opened': of('case-opened'),
    'case-closed': of('case-closed'),
    'rule-accepted': of('rule-accepted'),
    'rule-rejected': of('rule-rejected'),
    bulletin: of('bulletin'),
  };
}

/** Breached, and neither made good nor settled nor lapsed since. */
export async function pastTheirClock(runtime: Runtime, territory: Territory): Promise<number> {
  const [row] = await rowsOf<{ count: string }>(
    runtime,
    `select count(*) as count from oversight.obligation where ${WITHIN} and status in ('breached', 'unanswered')`,
    [territory],
  );
  return Number(row!.count);
}
