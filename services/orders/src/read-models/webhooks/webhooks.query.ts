import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { Delivery, Webhook } from './webhooks.answers.js';

/** Without a supplier those of everybody at or below the place. */
export function webhooksAt(
  runtime: Runtime,
  { territory, supplier, after, limit }: { territory: Territory; supplier?: string; after: string; limit: number },
): Promise<Webhook[]> {
  return rowsOf<Webhook>(
    runtime,
    `select subscription_id as id, supplier, territory, url, events, status, since, why
     from orders.webhook_subscription
     where (territory = $1 or starts_with(territory, $1 || '/')) and ($2::text is null or supplier = $2)
       and subscription_id > $3 order by subscription_id limit $4`,
    [territory, supplier ?? null, after, limit],
  );
}

export async function webhooksOf(runtime: Runtime, suppliers: string[]): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    runtime,
    'select count(*)::int as count from orders.webhook_subscription where supplier = any($1::text[])',
    [suppliers],
  );
  return row?.count ?? 0;
}

export async function webhookToldTo(runtime: Runtime, messageId: string): Promise<string | undefined> {
  const sql = 'select supplier from orders.webhook_message where message_id = $1';
  const [row] = await rowsOf<{ supplier: string }>(runtime, sql, [messageId]);
  return row?.supplier;
}

type Row = Omit<Delivery, 'nextAttemptAt' | 'deliveredAt'> & { nextAttemptAt: Date | null; deliveredAt: Date | null };

/** The newest first. */
export async function deliveriesOf(
  runtime: Runtime,
  { subscriptionId, before, limit }: { subscriptionId: string; before?: [string, string]; limit: number },
): Promise<Delivery[]> {
  const rows = await rowsOf<Row>(
    runtime,
    `select message_id as id, type, at, state as status, attempts,
       case when state = 'pending' then due_at end as "nextAttemptAt", delivered_at as "deliveredAt",
       last_status as "lastStatus", last_error as "lastError"
     from orders.webhook_delivery join orders.webhook_message using (message_id)
     where subscription_id = $1 and ($2::text is null or (at, message_id) < ($2, $3))
     order by at desc, message_id desc limit $4`,
    [subscriptionId, before?.[0] ?? null, before?.[1] ?? null, limit],
  );
  return rows.map(({ nextAttemptAt, deliveredAt, ...row }) => ({
    ...row,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  }));
}
