import { minutesBetween, type Instant, type Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Consignment } from './consignments.answers.js';

interface Row {
  consignment_id: string;
  round_id: string;
  community: string;
  supplier: string | null;
  consignee: string;
  dispatched_at: string | null;
  received_at: string | null;
  due_at: string | null;
  shipped: string;
  accepted: string;
  rejected: string;
}

export interface ConsignmentsAsked {
  territory: Territory;
  late: boolean;
  /** Id of the last one of the page before; empty for the first page. */
  after: string;
  limit: number;
}

const WITHIN = `(community = $1 or starts_with(community, $1 || '/'))`;
/** A consignment is due when the last of its offers was announced to have arrived. */
const DUE = `(select max(o.arrives_to) from oversight.offer o where o.offer_id = any(c.offer_ids))`;

export async function consignmentsOf(
  runtime: Runtime,
  { territory, late, after, limit }: ConsignmentsAsked,
): Promise<Consignment[]> {
  const now = runtime.clock.now();
  const rows = await rowsOf<Row>(
    runtime,
    `select c.*, ${DUE} as due_at from oversight.consignment c
     where ${WITHIN} and consignment_id > $2 and (not $4::boolean or (received_at is null and ${DUE} < $5))
     order by consignment_id limit $3`,
    [territory, after, limit, late, now],
  );
  return rows.map((row) => toldOf(row, now));
}

/** How many are on their way although they should have been counted. */
export async function lateCount(runtime: Runtime, territory: Territory): Promise<number> {
  const [row] = await rowsOf<{ late: string }>(
    runtime,
    `select count(*) as late from oversight.consignment c where ${WITHIN} and received_at is null and ${DUE} < $2`,
    [territory, runtime.clock.now()],
  );
  return Number(row!.late);
}

function toldOf(row: Row, now: Instant): Consignment {
  const arrived = row.received_at !== null;
  const heldSince = arrived ? row.received_at : row.dispatched_at;
  return {
    id: row.consignment_id,
    roundId: row.round_id,
    community: row.community,
    supplier: row.supplier,
    consignee: row.consignee,
    holder: arrived ? row.consignee : row.supplier,
    heldSince,
    heldMinutes: heldSince === null ? null : minutesSince(heldSince, now),
    status: arrived ? 'counted' : 'on-its-way',
    dueAt: row.due_at,
    lateMinutes: row.due_at === null ? 0 : minutesSince(row.due_at, row.received_at ?? now),
    shipped: Number(row.shipped),
    accepted: Number(row.accepted),
    rejected: Number(row.rejected),
  };
}

const minutesSince = (from: Instant, to: Instant): number => Math.max(0, Math.floor(minutesBetween(from, to)));
