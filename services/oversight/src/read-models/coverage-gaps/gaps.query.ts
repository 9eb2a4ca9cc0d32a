import type { Action } from '@baogong/duties';
import { instantOfHour, type Hours } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Territory } from '@baogong/kernel';

export interface Gap {
  territory: string;
  action: Action;
  since: string;
  until: string | null;
  offered_to: { rank: 1 | 2 | 3; role: string; holders: number }[];
}

export interface UncoveredHours {
  territory: string;
  action: Action;
  hours: number;
}

type Place = Hours & { territory: Territory };

/** A gap of the place ($1) that lies at least in part between two hours ($2, $3). */
const WITHIN = `(territory = $1 or starts_with(territory, $1 || '/')) and since < $3 and (until is null or until > $2)`;
/** Hours of a gap between the bounds; one that is open still runs until now ($4). */
const HOURS = `ceil(extract(epoch from least(coalesce(until, $4), $3)::timestamptz - greatest(since, $2)::timestamptz) / 3600)`;

const paramsOf = ({ territory, fromHour, toHour }: Place) => [
  territory,
  instantOfHour(fromHour),
  instantOfHour(toHour),
];

/** The newest first. @returns `limit` gaps at most, after the key `after` */
export function gapsOf(
  runtime: Runtime,
  place: Place,
  { after, limit }: { after: readonly string[]; limit: number },
): Promise<Gap[]> {
  return rowsOf<Gap>(
    runtime,
    `select * from oversight.duty_gap where ${WITHIN} and (since, territory, action) < ($4, $5, $6)
     order by since desc, territory desc, action desc limit $7`,
    [...paramsOf(place), ...after, limit],
  );
}

/** Hours in which nobody was on duty, by place and action; the most first. @returns a thousand rows at most */
export async function uncoveredHours(runtime: Runtime, place: Place): Promise<UncoveredHours[]> {
  const rows = await rowsOf<Omit<UncoveredHours, 'hours'> & { hours: string }>(
    runtime,
    `select territory, action, sum(${HOURS}) as hours from oversight.duty_gap where ${WITHIN} and since < $4
     group by territory, action having sum(${HOURS}) > 0 order by 3 desc, 1, 2 limit 1000`,
    [...paramsOf(place), runtime.clock.now()],
  );
  return rows.map(({ hours, ...row }) => ({ ...row, hours: Number(hours) }));
}

/** All of them in one number. */
export async function uncoveredTotal(runtime: Runtime, place: Place): Promise<number> {
  const [row] = await rowsOf<{ hours: string | null }>(
    runtime,
    `select sum(greatest(${HOURS}, 0)) as hours from oversight.duty_gap where ${WITHIN}`,
    [...paramsOf(place), runtime.clock.now()],
  );
  return Number(row?.hours ?? 0);
}
