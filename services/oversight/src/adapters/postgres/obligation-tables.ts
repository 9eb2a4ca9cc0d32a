import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of `obligation` depends on that obligation's stream alone; `offer_terms` on the offer's. Ended rows keep their last due time. */
export class ObligationTables1764000500000 implements MigrationInterface {
  name = 'ObligationTables1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.offer_terms (offer_id text primary key, supplier text not null, item_class text not null);
      create table oversight.obligation (
        obligation_id text primary key, action text, territory text, community text, subject_kind text, subject_id text,
        rule text, role text, owner text, started_at text, due_at text, status text, level int, answer_role text,
        answer_owner text, breached_at text, ended_at text, late boolean, outcome text);
      create index obligation_by_community on oversight.obligation (community, obligation_id);
      create index obligation_open on oversight.obligation (territory) where ended_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.obligation, oversight.offer_terms');
  }
}

/** What would be a duty in another posture, until it begins or is over; and what was promised with an offer. */
export class NotedDuties1790300100000 implements MigrationInterface {
  name = 'NotedDuties1790300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.noted_duty (obligation_id text primary key, territory text not null);
      alter table oversight.offer_terms add column arrives_to text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.noted_duty; alter table oversight.offer_terms drop column arrives_to');
  }
}
