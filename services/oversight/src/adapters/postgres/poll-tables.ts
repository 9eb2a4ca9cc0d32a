import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls and decisions as they stand. Who voted how is nowhere but in the log, and there by a mark. */
export class PollTables1764000520000 implements MigrationInterface {
  name = 'PollTables1764000520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.poll (
        poll_id text primary key, place text not null, parameter text not null, least int not null, most int not null,
        options json not null, opened_at text not null, closes_at text not null, outcome text, votes int, counts json,
        value int);
      create table oversight.meeting_decision (
        decision_id text primary key, place text not null, title text not null, owner_role text not null,
        owner_actor text not null, due_at text not null, recorded_at text not null, status text not null,
        ended_at text, outcome text, reason text);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.meeting_decision; drop table oversight.poll');
  }
}
