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

/** From which full hour to which nobody was on duty for an action; all gaps of a district stand on its watch's stream. */
export class CoverageGaps1790300400000 implements MigrationInterface {
  name = 'CoverageGaps1790300400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.duty_gap (
        territory text not null, action text not null, since text not null, until text, offered_to json not null,
        primary key (territory, action, since));
      create index duty_gap_open on oversight.duty_gap (territory, action) where until is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.duty_gap');
  }
}
