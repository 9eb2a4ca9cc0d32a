import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What suppliers are told. `webhook_message` is written by consumers from one event each; `webhook_delivery` is the
 * outbox of the sender, one row per message and subscription, and no read model: it says what was tried.
 */
export class WebhookTables1764000300000 implements MigrationInterface {
  name = 'WebhookTables1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.webhook_offer (offer_id text primary key, supplier text not null);
      create table orders.webhook_consignment (consignment_id text primary key, supplier text not null);

      create table orders.webhook_subscription (
        subscription_id text primary key, supplier text not null, territory text not null, url text not null,
        events text[] not null, status text not null, registered_at text not null, since text not null, why text);
      create index webhook_subscription_by_supplier on orders.webhook_subscription (supplier);

      create table orders.webhook_message (
        message_id text primary key, supplier text not null, territory text not null, type text not null,
        at text not null, body text not null);
      create index webhook_message_by_supplier on orders.webhook_message (supplier, at);
      create index webhook_message_by_at on orders.webhook_message (at);

      create table orders.webhook_delivery (
        message_id text not null references orders.webhook_message on delete cascade,
        subscription_id text not null, state text not null default 'pending', attempts int not null default 0,
        due_at timestamptz not null, claimed_until timestamptz, made_at timestamptz not null,
        delivered_at timestamptz, last_status int, last_error text, primary key (message_id, subscription_id));
      create index webhook_delivery_pending on orders.webhook_delivery (due_at) where state = 'pending';
      create index webhook_delivery_by_subscription on orders.webhook_delivery (subscription_id, made_at desc);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table orders.webhook_delivery, orders.webhook_message, orders.webhook_subscription,
        orders.webhook_consignment, orders.webhook_offer`);
  }
}
