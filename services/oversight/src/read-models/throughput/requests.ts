import type { OrderAmended, OrderCancelled, OrderPlaced } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { hourOf, type Amount } from './sums.js';

interface Line {
  order_id: string;
  offer_id: string;
  community: string;
  hour: string;
  pieces: string;
}

/**
 * An amendment replaces the request whole and keeps its hour; both are events of one order's stream and arrive in their
 * order. What stood there before is taken back.
 */
export async function requestedAmounts(tx: Tx, records: EventRecord[]): Promise<Amount[]> {
  if (records.length === 0) return [];
  const [first, last] = [new Map<string, EventRecord>(), new Map<string, EventRecord>()];
  for (const record of records) {
    const { orderId } = record.data as OrderPlaced;
    if (!first.has(orderId)) first.set(orderId, record);
    last.set(orderId, record);
  }
  const gone = await tx.query<Line>(`delete from oversight.request_line where order_id = any($1::text[]) returning *`, [
    [...last.keys()],
  ]);
  const hours = new Map(gone.map(({ order_id, hour }) => [order_id, hour]));
  const lines = [...last].flatMap(([orderId, { community, data }]) =>
    (data as OrderPlaced | OrderAmended).lines.map(({ offerId, quantity }) => ({
      order_id: orderId,
      offer_id: offerId,
      community,
      hour: hours.get(orderId) ?? hourOf(first.get(orderId)!.at),
      pieces: String(quantity),
    })),
  );
  await tx.query(
    `insert into oversight.request_line select * from json_populate_recordset(null::oversight.request_line, $1::json)`,
    [JSON.stringify(lines)],
  );
  return [...gone.map((line) => amountOf(line, 'requested', -1)), ...lines.map((line) => amountOf(line, 'requested'))];
}

export async function cancelledAmounts(tx: Tx, records: EventRecord[]): Promise<Amount[]> {
  if (records.length === 0) return [];
  const hours = new Map(records.map(({ data, at }) => [(data as OrderCancelled).orderId, hourOf(at)]));
  const lines = await tx.query<Line>(`select * from oversight.request_line where order_id = any($1::text[])`, [
    [...hours.keys()],
  ]);
  return lines.map((line) => ({ ...amountOf(line, 'cancelled'), hour: hours.get(line.order_id)! }));
}

function amountOf({ offer_id, community, hour, pieces }: Line, stage: 'requested' | 'cancelled', sign = 1): Amount {
  const part = { offerId: offer_id, actor: '', pieces: sign * Number(pieces), grams: null };
  return { stage, community, hour, orders: sign, ...part };
}
