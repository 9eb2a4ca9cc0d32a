import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who claimed an hour of a duty, and which organisation gave one back; rows of one action and place depend on one stream. */
export class CoverageTables1764000700000 implements MigrationInterface {
  name = 'CoverageTables1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.duty_hour (
        territory text not null, action text not null, hour text not null, kind text not null, actor text not null,
        organisation text not null, primary key (territory, action, hour, kind, actor));
      create index duty_hour_by_hour on oversight.duty_hour (hour);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.duty_hour');
  }
}
