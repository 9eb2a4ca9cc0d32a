import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an actor passed on to another, or a household to its proxy; each row depends on the one stream of it. */
export class DelegationTables1790300300000 implements MigrationInterface {
  name = 'DelegationTables1790300300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.passed_on (
        id text primary key, kind text not null, giver text not null, taker text not null, territory text not null,
        actions json not null, starts_at text not null, expires_at text not null, told json not null, revoked_at text);
      create index passed_on_by_taker on oversight.passed_on (taker);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.passed_on');
  }
}
