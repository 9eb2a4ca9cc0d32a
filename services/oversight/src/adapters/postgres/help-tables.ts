import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls for help as they stand; who answered is in the log and in the grants. */
export class HelpTables1790300600000 implements MigrationInterface {
  name = 'HelpTables1790300600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oversight.help_call (
        call_id text primary key, territory text not null, actions json not null, from_at text not null,
        to_at text not null, places int not null, taken int not null default 0, called_at text not null,
        how text, reason text);
      create index help_call_by_end on oversight.help_call (to_at, call_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oversight.help_call');
  }
}
