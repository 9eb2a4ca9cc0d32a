import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of `approval` depends on that approval's stream alone, one of `approval_growth` on that of its district and action. */
export class ApprovalTables1764000600000 implements MigrationInterface {
  name = 'ApprovalTables1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.approval (
        approval_id text primary key, action text, territory text, subject text, reason text, requested_by json,
        role text, requested_at text, hop int, office_role text, office text, due_at text, clocked boolean,
        status text, ended_at text, week text, waited_minutes int, answer text);
      create index approval_by_territory on oversight.approval (territory);
      create index approval_by_end on oversight.approval (ended_at);
      create table oversight.approval_growth (
        district text not null, action text not null, week text not null, before json not null, now json not null,
        primary key (district, action, week));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.approval, oversight.approval_growth');
  }
}
