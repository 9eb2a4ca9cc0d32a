import { rowsOf } from '../../application/reading.js';
import type { Hours } from '../../application/period.js';
import type { Runtime } from '../../application/runtime.js';
import type { Reader } from '../asking.js';
import { masked } from '../masking.js';

export interface HourlyRefusals {
  hour: string;
  community: string;
  /** Empty for persons who act for no organisation. */
  organisation: string;
  role: string;
  count: number;
  /** Different persons or organisations; null where fewer than five and the reader sees no persons. */
  persons: number | null;
}

interface Row {
  hour: string;
  community: string;
  organisation: string;
  role: string;
  count: string;
  persons: string;
}

/** Of the refusals `r`: whom the refused one acts for, or the refused organisation itself; empty for other persons. */
const ORGANISATION = `coalesce(nullif(r.organisation, ''), m.actor_id, '')`;
const REFUSALS = 'oversight.refusal r left join oversight.organisation_mark m on m.mark = r.person';

export const WITHIN = `(community = $1 or starts_with(community, $1 || '/'))`;

/** @returns `limit` rows at most, after the key `after` */
export async function refusalsByHour(
  runtime: Runtime,
  { territory, fromHour, toHour, persons }: Reader & Hours,
  { after, limit }: { after: readonly string[]; limit: number },
): Promise<HourlyRefusals[]> {
  const rows = await rowsOf<Row>(
    runtime,
    `select hour, community, ${ORGANISATION} as organisation, role, sum(count) as count,
       count(distinct person) as persons
     from ${REFUSALS} where ${WITHIN} and hour >= $2 and hour < $3
       and (hour, community, ${ORGANISATION}, role) > ($4, $5, $6, $7)
     group by 1, 2, 3, 4 order by 1, 2, 3, 4 limit $8`,
    [territory, fromHour, toHour, ...after, limit],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count), persons: masked(Number(row.persons), persons) }));
}

export interface RefusalsOfOrganisation {
  organisation: string;
  count: number;
  persons: number | null;
}

/** Who tried what it may not, most often first; persons without an organisation are told by their role. */
export async function refusalsByOrganisation(
  runtime: Runtime,
  { territory, fromHour, toHour, persons }: Reader & Hours,
): Promise<RefusalsOfOrganisation[]> {
  const rows = await rowsOf<Omit<Row, 'hour' | 'community' | 'role'>>(
    runtime,
    // Marks are looked up once for each person, not for each of their hours.
    `select coalesce(nullif(${ORGANISATION}, ''), r.role) as organisation, sum(r.count) as count,
       count(distinct r.person) as persons
     from (select organisation, role, person, sum(count) as count from oversight.refusal
       where ${WITHIN} and hour >= $2 and hour < $3 group by organisation, role, person) r
     left join oversight.organisation_mark m on m.mark = r.person
     group by 1 order by 2 desc, 1 limit 100`,
    [territory, fromHour, toHour],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count), persons: masked(Number(row.persons), persons) }));
}
