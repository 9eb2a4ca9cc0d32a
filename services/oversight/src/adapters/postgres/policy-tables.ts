import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each row depends on the one stream of its rule. */
export class LocalRuleTables1764001600100 implements MigrationInterface {
  name = 'LocalRuleTables1764001600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.local_rule (
        rule_id text primary key, community text not null, territory text not null, outcome text not null,
        title text not null, proposed_by text not null, role text not null, policy_version int not null,
        decided_at text not null, told json not null);
      create index local_rule_by_community on oversight.local_rule (community, decided_at, rule_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.local_rule');
  }
}
