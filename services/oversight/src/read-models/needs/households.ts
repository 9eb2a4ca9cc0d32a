import type { Tx } from '@baogong/event-store';
import { netted } from '../throughput/sums.js';
import { coveredUntil } from './cover.js';

/** What one event, or several, tell of a household; moments only ever move forward, so their order leaves no trace. */
export interface HouseholdNote {
  householdId: string;
  community: string;
  people?: number;
  registeredAt?: string;
  heardAt?: string;
  servedAt?: string;
  unservedAt?: string;
}

interface Household {
  community: string;
  registered_at: string | null;
  heard_at: string | null;
  served_at: string | null;
  unserved_at: string | null;
  covered_until: string | null;
}

/** All households; and by the hour of what was last known of them: covered until, heard of, or left without. */
export type HouseholdKind = 'known' | 'covered' | 'heard' | 'unserved';
/** For households that were never supplied, or never heard of. */
export const NEVER = '';

const COLUMNS = ['community', 'registered_at', 'heard_at', 'served_at', 'unserved_at', 'covered_until'];
const objectOf = (row: string) => `json_build_object(${COLUMNS.map((name) => `'${name}', ${row}.${name}`).join(', ')})`;
const CHANGED = `${objectOf('old')} as was, ${objectOf('new')} as is`;
type Changed = { was: Household; is: Household };

export async function noteHouseholds(tx: Tx, notes: HouseholdNote[]): Promise<void> {
  if (notes.length === 0) return;
  const changed = await tx.query<Changed>(
    `insert into oversight.household as h
       (household_id, community, people, registered_at, heard_at, served_at, unserved_at)
     select n."householdId", min(n.community), (array_agg(n.people order by n.nth desc)
         filter (where n.people is not null))[1], min(n."registeredAt"), max(n."heardAt"), max(n."servedAt"),
       max(n."unservedAt")
     from rows from (json_to_recordset($1::json) as ("householdId" text, community text, people int,
         "registeredAt" text, "heardAt" text, "servedAt" text, "unservedAt" text))
       with ordinality as n("householdId", community, people, "registeredAt", "heardAt", "servedAt", "unservedAt", nth)
     group by 1 order by 1
     on conflict (household_id) do update set people = coalesce(excluded.people, h.people),
       registered_at = least(h.registered_at, excluded.registered_at),
       heard_at = greatest(h.heard_at, excluded.heard_at), served_at = greatest(h.served_at, excluded.served_at),
       unserved_at = greatest(h.unserved_at, excluded.unserved_at)
     returning ${CHANGED}`,
    [JSON.stringify(notes)],
  );
  await addChanged(tx, changed);
}

/** Sums what was handed over by household and hour. */
export async function noteSupplies(
  tx: Tx,
  supplies: { householdId: string; hour: string; grams: number }[],
): Promise<void> {
  if (supplies.length === 0) return;
  await tx.query(
    `insert into oversight.household_supply as s (household_id, hour, grams)
     select n."householdId", n.hour, sum(n.grams)
     from json_to_recordset($1::json) as n("householdId" text, hour text, grams bigint) group by 1, 2 order by 1, 2
     on conflict (household_id, hour) do update set grams = s.grams + excluded.grams`,
    [JSON.stringify(supplies)],
  );
}

/** After more was handed over, or the number of people changed. */
export async function reckonCover(tx: Tx, householdIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(householdIds)];
  if (ids.length === 0) return;
  const rows = await tx.query<{ household_id: string; people: number; supplies: { hour: string; grams: number }[] }>(
    `select h.household_id, h.people, json_agg(json_build_object('hour', s.hour, 'grams', s.grams) order by s.hour)
       as supplies
     from oversight.household h join oversight.household_supply s using (household_id)
     where h.household_id = any($1::text[]) and h.people is not null group by 1, 2`,
    [ids],
  );
  const until = rows.map(({ household_id, people, supplies }) => ({
    household_id,
    until: coveredUntil(supplies, people),
  }));
  if (until.length === 0) return;
  const changed = await tx.query<Changed>(
    `update oversight.household h set covered_until = c.until
     from json_to_recordset($1::json) as c(household_id text, until text)
     where h.household_id = c.household_id returning ${CHANGED}`,
    [JSON.stringify(until)],
  );
  await addChanged(tx, changed);
}

async function addChanged(tx: Tx, changed: Changed[]): Promise<void> {
  const parts = netted(
    changed.flatMap(({ was, is }) => [
      ...standingsOf(was).map((part) => ({ ...part, count: -1 })),
      ...standingsOf(is).map((part) => ({ ...part, count: 1 })),
    ]),
  );
  if (parts.length === 0) return;
  await tx.query(
    `insert into oversight.household_hour as s (community, kind, hour, households)
     select community, kind, hour, count
     from json_to_recordset($1::json) as p(community text, kind text, hour text, count int) order by 1, 2, 3
     on conflict (community, kind, hour) do update set households = s.households + excluded.households`,
    [JSON.stringify(parts)],
  );
  await tx.query(
    `delete from oversight.household_hour s
     using json_to_recordset($1::json) as p(community text, kind text, hour text)
     where s.community = p.community and s.kind = p.kind and s.hour = p.hour and s.households = 0`,
    [JSON.stringify(parts)],
  );
}

function standingsOf(household: Household): { community: string; kind: HouseholdKind; hour: string }[] {
  const { community, registered_at, heard_at, served_at, unserved_at, covered_until } = household;
  if (registered_at === null) return [];
  const hour = (moment: string | null) => moment?.slice(0, 13) ?? NEVER;
  const left = unserved_at !== null && unserved_at > (served_at ?? NEVER);
  return [
    { community, kind: 'known', hour: NEVER },
    { community, kind: 'covered', hour: hour(covered_until) },
    { community, kind: 'heard', hour: hour(heard_at) },
    ...(left ? [{ community, kind: 'unserved' as const, hour: hour(unserved_at) }] : []),
  ];
}
