import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told to which building, and posture and risk of each place as the notices know them. */
export class NoticeTables1790300700000 implements MigrationInterface {
  name = 'NoticeTables1790300700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.standing (
        territory text not null, about text not null, value text not null, primary key (territory, about));
      create table oversight.notice (
        community text not null, notice_id text not null, place text not null, posted_at text not null,
        contactless boolean not null, change json not null, primary key (community, notice_id, place));
      create index notice_by_place on oversight.notice (place, posted_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.notice; drop table oversight.standing');
  }
}
