import { direct, type Pool } from '@baogong/event-store';
import type { Instant, Territory } from '@baogong/kernel';

export interface Claimed {
  messageId: string;
  subscriptionId: string;
  attempts: number;
  body: string;
  territory: Territory;
}
type Attempt = Pick<Claimed, 'messageId' | 'subscriptionId' | 'attempts'>;

const KEEP_DAYS = 30;
/** As long as the schedule of attempts: a subscription that is enabled again is told what it missed within it. */
const MISSED_DAYS = 3;

/** The deliveries, one row per message and subscription; several senders may share them. */
export class Outbox {
  constructor(private readonly pool: Pool) {}

  /** Every message of a supplier for each of its active subscriptions that asked for its type, once. */
  async fanOut(now: Instant): Promise<void> {
    await this.run(
      `insert into orders.webhook_delivery (message_id, subscription_id, due_at, made_at)
       select m.message_id, s.subscription_id, $1::timestamptz, $1::timestamptz
       from orders.webhook_subscription s join orders.webhook_message m on m.supplier = s.supplier
       where s.status = 'active' and m.at >= s.registered_at and m.at >= $2 and m.type = any(s.events)
         and (m.territory = s.territory or starts_with(m.territory, s.territory || '/'))
         and not exists (select 1 from orders.webhook_delivery d
                         where d.message_id = m.message_id and d.subscription_id = s.subscription_id)
       on conflict do nothing`,
      [now, daysBefore(now, MISSED_DAYS)],
    );
  }

  /**
   * What is due, at most one per subscription, so that a receiver that hangs holds up nobody else. Whoever claims and
   * dies loses the claim when its time is over; the attempt counts, since nobody knows whether it arrived.
   */
  claim({ now, until, limit }: { now: Instant; until: Instant; limit: number }): Promise<Claimed[]> {
    return this.run<Claimed>(
      `with due as (
         select d.message_id, d.subscription_id from orders.webhook_delivery d
         join orders.webhook_subscription s using (subscription_id)
         where d.state = 'pending' and d.due_at <= $1 and s.status = 'active'
           and d.message_id = (
             select message_id from orders.webhook_delivery o
             where o.subscription_id = d.subscription_id and o.state = 'pending' and o.due_at <= $1
             order by o.due_at, message_id limit 1)
           and not exists (
             select 1 from orders.webhook_delivery busy
             where busy.subscription_id = d.subscription_id and busy.claimed_until > $1)
         order by d.due_at limit $3 for update of d skip locked)
       update orders.webhook_delivery d set claimed_until = $2, attempts = attempts + 1
       from due join orders.webhook_message m using (message_id)
       where d.message_id = due.message_id and d.subscription_id = due.subscription_id
       returning d.message_id as "messageId", d.subscription_id as "subscriptionId", d.attempts, m.body, m.territory`,
      [now, until, limit],
    );
  }

  async delivered(attempt: Attempt, { now, status }: { now: Instant; status: number }): Promise<void> {
    await this.settle(attempt, `state = 'delivered', delivered_at = $4, last_status = $5, last_error = null`, [
      now,
      status,
    ]);
  }

  /** @param next when it is tried again; without it the delivery has failed. */
  async failed(attempt: Attempt, { next, status, error }: { next?: Instant; status?: number; error: string }) {
    const change = `state = case when $4::timestamptz is null then 'failed' else 'pending' end,
      due_at = coalesce($4::timestamptz, due_at), last_status = $5, last_error = $6`;
    await this.settle(attempt, change, [next ?? null, status ?? null, error]);
  }

  /** Nothing is known of this attempt: it did not take place. */
  async release(attempt: Attempt): Promise<void> {
    await this.settle(attempt, 'attempts = attempts - 1', []);
  }

  /** Whether anything was delivered to the subscription since this delivery was made. */
  async reachedSince({ messageId, subscriptionId }: Attempt): Promise<boolean> {
    const rows = await this.run(
      `select 1 from orders.webhook_delivery one join orders.webhook_delivery other using (subscription_id)
       where one.message_id = $1 and subscription_id = $2 and other.delivered_at >= one.made_at limit 1`,
      [messageId, subscriptionId],
    );
    return rows.length > 0;
  }

  async forgetOld(now: Instant): Promise<void> {
    await this.run('delete from orders.webhook_message where at < $1', [daysBefore(now, KEEP_DAYS)]);
  }

  /** A late answer of a sender that lost its claim changes nothing. */
  private async settle(attempt: Attempt, change: string, params: unknown[]): Promise<void> {
    const { messageId, subscriptionId, attempts } = attempt;
    await this.run(
      `update orders.webhook_delivery set claimed_until = null, ${change}
       where message_id = $1 and subscription_id = $2 and attempts = $3 and claimed_until is not null`,
      [messageId, subscriptionId, attempts, ...params],
    );
  }

  private run<Row>(sql: string, params: unknown[]): Promise<Row[]> {
    return direct(this.pool).query<Row>(sql, params);
  }
}

const DAY_MS = 86_400_000;
const daysBefore = (now: Instant, days: number): Instant => new Date(Date.parse(now) - days * DAY_MS).toISOString();
