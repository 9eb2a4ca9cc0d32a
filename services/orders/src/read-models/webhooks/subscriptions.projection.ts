import type { EventRecord, Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import type { Subscription, WebhookEvent } from '../../domain/webhook-subscription/webhook-subscription.js';

type Apply = (tx: Tx, record: EventRecord) => Promise<unknown>;
type DataOf<T extends WebhookEvent['type']> = Extract<WebhookEvent, { type: T }>['data'];

const becomes =
  (status: string): Apply =>
  (tx, { data, at }) => {
    const { subscriptionId, reason, cause } = data as { subscriptionId: string; reason?: string; cause?: string };
    return tx.query(
      'update orders.webhook_subscription set status = $2, since = $3, why = $4 where subscription_id = $1',
      [subscriptionId, status, at, reason ?? cause ?? null],
    );
  };

const APPLY: Record<string, Apply> = {
  WebhookRegistered(tx, { data, at }) {
    const { subscriptionId, supplier, territory, url, events } = data as Subscription;
    return tx.query(
      `insert into orders.webhook_subscription
         (subscription_id, supplier, territory, url, events, status, registered_at, since)
       values ($1, $2, $3, $4, $5, 'active', $6, $6) on conflict do nothing`,
      [subscriptionId, supplier, territory, url, events, at],
    );
  },
  WebhookDisabled: becomes('disabled'),
  WebhookEnabled: becomes('active'),
  WebhookSuspended: becomes('suspended'),
  /** The delivery starts its schedule anew, under the id it had. */
  WebhookReplayRequested(tx, { data, at }) {
    const { subscriptionId, messageId } = data as DataOf<'WebhookReplayRequested'>;
    return tx.query(
      `insert into orders.webhook_delivery as d (message_id, subscription_id, due_at, made_at)
       select message_id, $1, $3, $3 from orders.webhook_message where message_id = $2
       on conflict (message_id, subscription_id) do update set
         state = 'pending', attempts = 0, due_at = excluded.due_at, made_at = excluded.made_at,
         claimed_until = null, delivered_at = null, last_status = null, last_error = null`,
      [subscriptionId, messageId, at],
    );
  },
};

export const webhookSubscriptions: Projection = {
  name: 'webhook-subscriptions',
  source: 'orders',
  handles: Object.keys(APPLY),
  async apply(tx, records) {
    for (const record of records) await APPLY[record.type]!(tx, record);
  },
};
