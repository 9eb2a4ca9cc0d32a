import type { MigrationInterface, QueryRunner } from 'typeorm';

const REBUILT = ['throughput-orders', 'throughput-inventory', 'throughput-delivery', 'consignments'];

/**
 * Sums by hour in the place of single facts, so that a question costs as much as the hours and communities it spans and
 * not as the orders in them. The consumers of the tables that change here read their logs again from the beginning.
 */
export class DistrictTables1790200000000 implements MigrationInterface {
  name = 'DistrictTables1790200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table oversight.stage_fact, oversight.journey, oversight.offer, oversight.consignment;

      create table oversight.offer (
        offer_id text primary key, name text not null, weight_grams bigint not null, community text not null,
        supplier text not null, sku text not null, item_class text not null, arrives_to text not null);
      create table oversight.request_line (
        order_id text not null, offer_id text not null, community text not null, hour text not null,
        pieces bigint not null, primary key (order_id, offer_id));
      create table oversight.parcel_line (
        parcel_id text not null, offer_id text not null, pieces bigint not null, grams bigint not null,
        primary key (parcel_id, offer_id));
      create table oversight.journey (
        order_id text primary key, community text not null, placed_at text, granted_at text, shorted_at text,
        missed_at text, cancelled_at text, reserved_at text, packed_at text, handed_over_at text);

      create table oversight.amount_hour (
        stage text not null, community text not null, hour text not null, offer_id text not null, actor text not null,
        orders bigint not null, pieces bigint not null, grams bigint not null, unweighed bigint not null,
        primary key (community, hour, stage, offer_id, actor));
      create index amount_hour_by_hour on oversight.amount_hour (hour, community);
      create table oversight.count_hour (
        stage text not null, community text not null, hour text not null, count bigint not null,
        primary key (community, hour, stage));
      create index count_hour_by_hour on oversight.count_hour (hour, community);
      create table oversight.minutes_hour (
        leg text not null, place text not null, hour text not null, minutes int not null, count bigint not null,
        primary key (place, hour, leg, minutes));

      create table oversight.consignment (
        consignment_id text primary key, round_id text not null, community text not null,
        supplier text, consignee text not null, dispatched_at text, received_at text,
        shipped bigint not null default 0, accepted bigint not null default 0, rejected bigint not null default 0,
        offer_ids text[] not null default '{}');
      create index consignment_by_community on oversight.consignment (community, consignment_id);
      create index consignment_on_its_way on oversight.consignment (dispatched_at) where received_at is null;`);
    await runner.query('delete from es.cursor where consumer = any($1::text[])', [REBUILT]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table oversight.amount_hour, oversight.count_hour, oversight.minutes_hour,
      oversight.request_line, oversight.parcel_line`);
  }
}
