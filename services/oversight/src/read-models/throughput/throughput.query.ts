import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import {
  AMOUNTS,
  byKey,
  counted,
  throughputOf,
  weighed,
  type AmountRow,
  type CountRow,
  type MinutesRow,
  type Throughput,
} from './cells.js';

export interface Span {
  territory: Territory;
  /** First hour, such as `2026-04-15T06`. */
  fromHour: string;
  /** Last hour, exclusive. */
  toHour: string;
}

/** A question by somebody who does, or does not, see persons. */
export interface Asked extends Span {
  persons: boolean;
}

export interface HourOfCommunity extends Throughput {
  community: string;
  hour: string;
}

/** Rows of a place ($1) from an hour ($2) to another ($3). */
export const within = (community = 'community'): string =>
  `(${community} = $1 or starts_with(${community}, $1 || '/')) and hour >= $2 and hour < $3`;

export const paramsOf = ({ territory, fromHour, toHour }: Span): string[] => [territory, fromHour, toHour];

export async function totalOf(runtime: Runtime, asked: Asked): Promise<Throughput> {
  const span = paramsOf(asked);
  const [counts, amounts, minutes] = await Promise.all([
    rowsOf<CountRow>(
      runtime,
      `select stage, ${counted('$4')} from oversight.count_hour where ${within()} group by stage`,
      [...span, asked.persons],
    ),
    rowsOf<AmountRow>(
      runtime,
      `select stage, ${weighed('$4')} from ${AMOUNTS} where ${within('a.community')} group by stage`,
      [...span, asked.persons],
    ),
    rowsOf<MinutesRow>(
      runtime,
      `select leg, minutes, sum(count) as count from oversight.minutes_hour
       where place = $1 and hour >= $2 and hour < $3 group by leg, minutes order by leg, minutes`,
      span,
    ),
  ]);
  return throughputOf({ counts, amounts, minutes }, asked.persons);
}

export interface HoursPage {
  /** Hour and community of the last row of the page before; empty texts for the first page. */
  after: readonly [hour: string, community: string];
  limit: number;
}

/** The hours of every community in which something happened, oldest first. @returns `limit` of them at most */
export async function hoursOf(runtime: Runtime, asked: Asked, { after, limit }: HoursPage): Promise<HourOfCommunity[]> {
  const keys = await rowsOf<{ hour: string; community: string }>(
    runtime,
    `select hour, community from oversight.count_hour where ${within()} and (hour, community) > ($4, $5)
     group by hour, community order by hour, community limit $6`,
    [...paramsOf(asked), ...after, limit],
  );
  if (keys.length === 0) return [];
  const { persons } = asked;
  const page = [keys.map(({ hour }) => hour), keys.map(({ community }) => community)];
  const on = (place: string, last: string) =>
    `join unnest($1::text[], $2::text[]) as k(h, c) on hour = k.h and ${place} = k.c ${last}`;
  const key = `k.h || ' ' || k.c as key`;
  const [counts, amounts, minutes] = await Promise.all([
    rowsOf<CountRow>(
      runtime,
      `select ${key}, stage, ${counted('$3')} from oversight.count_hour ${on('community', 'group by 1, stage')}`,
      [...page, persons],
    ),
    rowsOf<AmountRow>(
      runtime,
      `select ${key}, stage, ${weighed('$3')} from ${AMOUNTS} ${on('a.community', 'group by 1, stage')}`,
      [...page, persons],
    ),
    rowsOf<MinutesRow>(
      runtime,
      `select ${key}, leg, minutes, count from oversight.minutes_hour ${on('place', 'order by leg, minutes')}`,
      page,
    ),
  ]);
  const rows = byKey({ counts, amounts, minutes });
  return keys.map(({ hour, community }) => {
    const own = throughputOf(rows(`${hour} ${community}`), persons);
    return { community, hour: `${hour}:00:00.000Z`, ...own };
  });
}
