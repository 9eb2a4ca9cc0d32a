import type { Arrival, BulletinContent, Share, Told } from '@baogong/disclosure';
import { hoursOfDay } from '../../application/period.js';
import { rowsOf } from '../../application/reading.js';
import type { ContentOfDay, Runtime } from '../../application/runtime.js';
import { masked } from '../masking.js';
import { refusalsByOrganisation } from '../refusals/refusals.query.js';
import { countsOf, tallyOf } from '../tally/tally.query.js';
import type { Amount } from '../throughput/cells.js';
import { shown } from '../throughput/shown.js';
import { totalOf } from '../throughput/throughput.query.js';

const ITEMS_MAX = 200;
/** A page is for everybody: it sees no persons. */
const EVERYBODY = { persons: false };

export function contentOfDay(runtime: Runtime): ContentOfDay {
  return async (territory, day) => {
    if (!(await isPeopled(runtime, territory))) return undefined;
    const place = { territory, ...hoursOfDay(day) };
    const asked = { ...place, ...EVERYBODY };
    const [flow, goods, refusals, accepted, rejected, breaches, counts] = await Promise.all([
      totalOf(runtime, asked),
      goodsOf(runtime, asked),
      refusalsByOrganisation(runtime, asked),
      tallyOf(runtime, 'rule-accepted', place),
      tallyOf(runtime, 'rule-rejected', place),
      tallyOf(runtime, 'breach', place),
      countsOf(runtime, place),
    ]);
    const { requested, granted, shorted, unserved, handedOver } = flow.stages;
    const { 'case-opened': opened, 'case-closed': closed } = counts;
    return {
      ...goods,
      orders: {
        requested: told(requested),
        granted: told(granted),
        shorted: told(shorted),
        unserved: told(unserved),
        handedOver: told(handedOver),
      },
      rules: { ...inForce(runtime, territory), accepted, rejected },
      refusals: refusals.map(({ organisation, count }) => ({ organisation, count })),
      breaches,
      cases: {
        opened: masked(opened.within, false),
        closed: masked(closed.within, false),
        open: masked(opened.before - closed.before, false),
      },
    };
  };
}

async function isPeopled(runtime: Runtime, territory: string): Promise<boolean> {
  const sql = `select 1 from oversight.role_grant where territory = $1 or starts_with(territory, $1 || '/') limit 1`;
  return (await rowsOf(runtime, sql, [territory])).length > 0;
}

/** Nothing where all there is must not be told: 0 would say that there was nothing. */
const told = ({ count, hidden = 0 }: Amount): Told => (count === 0 && hidden > 0 ? null : count);

function inForce({ authority }: Runtime, territory: string): Omit<BulletinContent['rules'], 'accepted' | 'rejected'> {
  const found = authority.inForce(territory);
  if (!found) return { matrixVersion: 0, policyVersion: 0, posture: 'normal', risk: 'low' };
  const { matrix, policyVersion, posture, risk } = found;
  return { matrixVersion: matrix.version, policyVersion, posture, risk };
}

interface GoodsRow {
  item: string;
  item_class: string;
  supplier: string;
  offered: string;
  dispatched: string;
  arrived: string;
  counted: string;
  requested: string | null;
  granted: string | null;
  handed_over: string | null;
}

const of = (stage: string) => `coalesce(sum(pieces) filter (where stage = '${stage}'), 0)`;
/** Null where there is something and none of it may be told. */
const maskedOf = (stage: string) => `
  case when count(*) filter (where stage = '${stage}' and orders > 0) = 0 then 0
    else sum(pieces) filter (where stage = '${stage}' and ${shown('orders', '$4')}) end`;

async function goodsOf(
  runtime: Runtime,
  { territory, fromHour, toHour, persons }: { territory: string; fromHour: string; toHour: string; persons: boolean },
): Promise<{ arrivals: Arrival[]; shares: Share[] }> {
  const rows = await rowsOf<GoodsRow>(
    runtime,
    `select o.name as item, o.item_class, o.supplier, ${of('offered')} as offered, ${of('dispatched')} as dispatched,
       ${of('arrived')} as arrived, ${of('counted')} as counted, ${maskedOf('requested')} as requested,
       ${maskedOf('granted')} as granted, ${maskedOf('handedOverGoods')} as handed_over
     from oversight.amount_hour a join oversight.offer o using (offer_id)
     where a.community = $1 and hour >= $2 and hour < $3
     group by offer_id, o.name, o.item_class, o.supplier order by o.item_class, o.name, offer_id limit ${ITEMS_MAX}`,
    [territory, fromHour, toHour, persons],
  );
  const number = (text: string | null): Told => (text === null ? null : Number(text));
  return {
    arrivals: rows.map((row) => ({
      item: row.item,
      itemClass: row.item_class,
      supplier: row.supplier,
      offered: Number(row.offered),
      dispatched: Number(row.dispatched),
      arrived: Number(row.arrived),
      accepted: Number(row.counted),
    })),
    shares: rows.map((row) => ({
      item: row.item,
      itemClass: row.item_class,
      requested: number(row.requested),
      granted: number(row.granted),
      handedOver: number(row.handed_over),
    })),
  };
}
