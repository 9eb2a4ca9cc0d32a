import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases as they stand, each row from one stream; and the words, which no event carries and no rebuild brings back. */
export class CaseTables1764000500000 implements MigrationInterface {
  name = 'CaseTables1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.feedback_case (
        case_id text primary key, number text not null, kind text not null, subject text not null,
        item_class text, sku text, about text, place text not null, household_id text,
        severity int not null, status text not null, level int not null,
        owner_role text not null, owner_actor text not null, due_at text not null, opened_at text not null,
        answered_at text, closed_at text, how text);
      create index feedback_case_by_urgency on oversight.feedback_case (severity, due_at, case_id);
      create index feedback_case_by_household on oversight.feedback_case (household_id);

      create table oversight.statement (
        case_id text not null, ordinal int not null, side text not null, at text not null, words text not null,
        primary key (case_id, ordinal));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.statement; drop table oversight.feedback_case');
  }
}
