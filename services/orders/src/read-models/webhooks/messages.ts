import { hashText } from '@baogong/kernel';
import type { EventRecord } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import type { WebhookType } from '../../domain/webhook-subscription/webhook-subscription.js';

const ID_LENGTH = 32;

/**
 * Written in the transaction of the consumer that read the event. The id follows from the event and the supplier, and
 * the body is kept as it will be sent: whoever does it again, sends the same bytes under the same `webhook-id`.
 */
export async function noteMessage(
  tx: Tx,
  { id, at, community }: EventRecord,
  { supplier, type, data }: { supplier: string; type: WebhookType; data: object },
): Promise<void> {
  await tx.query(
    `insert into orders.webhook_message (message_id, supplier, territory, type, at, body)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      `msg_${hashText(id, supplier, type).slice(0, ID_LENGTH)}`,
      supplier,
      community,
      type,
      at,
      JSON.stringify({ type, timestamp: at, data }),
    ],
  );
}
