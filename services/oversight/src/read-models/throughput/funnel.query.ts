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
import { organisationOf } from '../organisations.js';
import { shown } from './shown.js';
import { paramsOf, within, type Asked } from './throughput.query.js';

export const FUNNEL_KEYS = ['community', 'class', 'sku', 'supplier', 'actor'] as const;
export type FunnelKey = (typeof FUNNEL_KEYS)[number];

export interface FunnelRow extends Throughput {
  key: string;
}

export interface FunnelPage {
  /** Key of the last row of the page before; empty for the first page. */
  after: string;
  limit: number;
}

const OF_GOODS: Record<Exclude<FunnelKey, 'community'>, string> = {
  class: `coalesce(o.item_class, 'unknown')`,
  sku: `coalesce(o.sku, 'unknown')`,
  supplier: `coalesce(o.supplier, 'unknown')`,
  actor: organisationOf('a.actor'),
};

/** @returns `limit` rows at most, by key; where goods are told apart, an order counts once for each of its items */
export function funnelOf(
  runtime: Runtime,
  asked: Asked,
  { by, ...page }: FunnelPage & { by: FunnelKey },
): Promise<FunnelRow[]> {
  return by === 'community' ? byCommunity(runtime, asked, page) : byGoods(runtime, asked, { ...page, by });
}

async function byCommunity(runtime: Runtime, asked: Asked, { after, limit }: FunnelPage): Promise<FunnelRow[]> {
  const keys = await rowsOf<{ key: string }>(
    runtime,
    `select distinct community as key from oversight.count_hour where ${within()} and community > $4
     order by 1 limit $5`,
    [...paramsOf(asked), after, limit],
  );
  const { fromHour, toHour, persons } = asked;
  const span = [keys.map(({ key }) => key), fromHour, toHour];
  const where = (place: string) => `where ${place} = any($1::text[]) and hour >= $2 and hour < $3`;
  const [counts, amounts, minutes] = await Promise.all([
    rowsOf<CountRow>(
      runtime,
      `select community as key, stage, ${counted('$4')} from oversight.count_hour ${where('community')}
       group by 1, stage`,
      [...span, persons],
    ),
    rowsOf<AmountRow>(
      runtime,
      `select a.community as key, stage, ${weighed('$4')} from ${AMOUNTS} ${where('a.community')} group by 1, stage`,
      [...span, persons],
    ),
    rowsOf<MinutesRow>(
      runtime,
      `select place as key, leg, minutes, sum(count) as count from oversight.minutes_hour ${where('place')}
       group by 1, leg, minutes order by leg, minutes`,
      span,
    ),
  ]);
  const rows = byKey({ counts, amounts, minutes });
  return keys.map(({ key }) => ({ key, ...throughputOf(rows(key), persons) }));
}

/** Packed and handed over are told by what the parcels hold; whole parcels have no class. */
const STAGE = `case stage when 'packedGoods' then 'packed' when 'handedOverGoods' then 'handedOver' else stage end`;

async function byGoods(
  runtime: Runtime,
  asked: Asked,
  { by, after, limit }: FunnelPage & { by: keyof typeof OF_GOODS },
): Promise<FunnelRow[]> {
  const rows = await rowsOf<AmountRow & { count: string | null; hidden: string }>(
    runtime,
    `with cell as (
       select ${OF_GOODS[by]} as key, ${STAGE} as told, a.*, o.weight_grams
       from ${AMOUNTS}
       where ${within('a.community')} and stage not in ('packed', 'handedOver')
     ), page as (
       select distinct key from cell where key > $5 and key <> '' order by key limit $6
     )
     select key, told as stage, sum(orders) filter (where ${shown('orders', '$4')}) as count,
       count(*) filter (where not ${shown('orders', '$4')}) as hidden, ${weighed('$4').replaceAll('o.', '')}
     from cell join page using (key) group by key, told order by key`,
    [...paramsOf(asked), asked.persons, after, limit],
  );
  const own = byKey({ counts: rows, amounts: rows, minutes: [] });
  return [...new Set(rows.map(({ key }) => key))].map((key) => ({ key, ...throughputOf(own(key), asked.persons) }));
}
