import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Read models and the vault. Every row depends on one stream, so that the order in which shards and sources arrive
 * leaves no trace. Moments are RFC 3339 texts as the log has them. Lines are `json`: kept as they were written.
 */
export class OrdersTables1764000200000 implements MigrationInterface {
  name = 'OrdersTables1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists orders;

      create table orders.order_index (
        order_id text primary key, round_id text not null, household_id text not null, territory text not null);
      create index order_index_by_round on orders.order_index (round_id, order_id);
      create index order_index_by_household on orders.order_index (household_id, order_id);

      create table orders.request_history (
        shard int not null, pos bigint not null, round_id text not null, household_id text not null,
        order_id text not null, version int not null, kind text not null, territory text not null,
        lines json, place json, primary key (shard, pos));
      create index request_history_by_round on orders.request_history (round_id, order_id, version);

      create table orders.household (
        household_id text primary key, territory text not null, community text not null, building text,
        people int not null, registered_at text not null);
      create index household_by_community on orders.household (community, household_id);

      create table orders.round (
        round_id text primary key, community text not null, territory text not null, status text not null,
        opened_by text not null, opens_at text not null, closes_at text not null, items int not null,
        closed_at text, orders int, version int not null);
      create index round_by_community on orders.round (community, opens_at desc, round_id desc);

      create table orders.supply_offer (
        offer_id text primary key, territory text, sku text, name text, unit text, price_fen bigint, weight_grams bigint,
        announced boolean not null default false, withdrawn boolean not null default false);

      create table orders.counted_line (
        consignment_id text not null, offer_id text not null, round_id text not null, lot_id text not null,
        accepted bigint not null, primary key (consignment_id, offer_id, lot_id));
      create index counted_line_by_round on orders.counted_line (round_id);
      create table orders.station (station_id text primary key, territory text not null);
      create table orders.stocked_lot (lot_id text primary key);

      create schema if not exists vault;
      create table vault.person (
        household_id text primary key, stream_version int not null, key_id text not null,
        nonce bytea not null, sealed bytea not null);
      create table vault.household_key (
        household_id text primary key, key_id text not null, nonce bytea not null, wrapped bytea,
        destroyed_at text);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema vault cascade; drop schema orders cascade');
  }
}
