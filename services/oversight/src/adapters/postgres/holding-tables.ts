import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on somebody held a thing, or nobody of us any more. Insert only: how long is the time until the next mark. */
export class HoldingTables1764000800000 implements MigrationInterface {
  name = 'HoldingTables1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.custody_mark (
        kind text not null, subject text not null, version bigint not null, community text not null, at text not null,
        holder text, primary key (kind, subject, version));
      create index custody_mark_by_community on oversight.custody_mark (community);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.custody_mark');
  }
}
