import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What orders needs to hold a wish against the policy in force: classes of items, and whose turn it is to ask. */
export class OrdersPolicyTables1764003100000 implements MigrationInterface {
  name = 'OrdersPolicyTables1764003100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders.supply_offer add column item_class text;
      create table orders.turn (name text primary key, holder text not null, until timestamptz not null);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table orders.turn;
      alter table orders.supply_offer drop column item_class`);
  }
}
