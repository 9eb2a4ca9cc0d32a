import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';

type Mark = 'placed_at' | 'granted_at' | 'packed_at' | 'handed_over_at';

/** One row per order; each mark is set by events of one kind and keeps the earliest, whoever comes first. */
export async function noteJourney(tx: Tx, mark: Mark, records: EventRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ data, community, at }) => ({
    orderId: (data as { orderId: string }).orderId,
    community,
    at,
  }));
  await tx.query(
    `insert into oversight.journey (order_id, community, ${mark})
     select j."orderId", min(j.community), min(j.at)
     from json_to_recordset($1::json) as j("orderId" text, community text, at text) group by j."orderId"
     on conflict (order_id) do update set ${mark} = least(journey.${mark}, excluded.${mark})`,
    [JSON.stringify(rows)],
  );
}
