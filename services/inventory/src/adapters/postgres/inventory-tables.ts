import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read models only; every row can be made again from the log. */
export class InventoryTables1764100000000 implements MigrationInterface {
  name = 'InventoryTables1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists read;
      create table read.supply_offer (
        offer_id text primary key, territory text not null, supplier text not null, sku text not null,
        name text not null, item_class text not null, unit text not null, price_fen int not null,
        quantity int not null, weight_grams int not null, origin text not null, arrives_from text not null,
        arrives_to text not null, withdrawn_because text);
      create table read.consignment (
        consignment_id text primary key, round_id text not null, territory text not null, supplier text not null,
        consignee text not null, shipped json not null, dispatched_at text not null, counted json, counted_at text);
      create table read.stock (
        stream text primary key, offer_id text not null, territory text not null, sku text not null,
        supplier text not null, received int not null, on_hand int not null, reserved int not null,
        handed_over int not null, written_off int not null,
        constraint stock_never_negative check (on_hand >= 0 and reserved >= 0 and handed_over >= 0 and written_off >= 0),
        constraint stock_balances check (received = on_hand + reserved + handed_over + written_off));
      create index supply_offer_by_place on read.supply_offer (territory, offer_id);
      create index consignment_by_place on read.consignment (territory, consignment_id);
      create index stock_by_place on read.stock (territory, offer_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.supply_offer, read.consignment, read.stock');
  }
}

export const migrations = [InventoryTables1764100000000];
