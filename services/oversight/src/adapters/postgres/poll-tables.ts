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

/** What polls were about, and what became of their results: told by another stream, which may be read first. */
export class PollBindings1790300100200 implements MigrationInterface {
  name = 'PollBindings1790300100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table oversight.poll add column clause text, add column policy_version int;
      update oversight.poll set clause = parameter, parameter = 'times', policy_version = 0;
      alter table oversight.poll alter column clause set not null, alter column policy_version set not null;
      create table oversight.poll_binding (
        poll_id text primary key, at text not null, policy_version int, code text,
        check ((policy_version is null) <> (code is null)));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table oversight.poll_binding; alter table oversight.poll drop column clause, drop column policy_version',
    );
  }
}
