import { HOUSEHOLD_KEY_TABLES } from '@baogong/event-store';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are kept sealed; those of before are sealed at the next start, for a migration holds no keys. Replicas of before
 * still write plain words, so that the column stays. The keys are here only where they have no database of their own.
 */
export class SealedStatements1790300000100 implements MigrationInterface {
  name = 'SealedStatements1790300000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table oversight.statement alter column words drop not null, add column subject text, add column nonce bytea,
        add column sealed bytea, add check ((words is null) = (sealed is not null));
      create index statement_plain on oversight.statement (case_id) where words is not null`);
    await runner.query(HOUSEHOLD_KEY_TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from oversight.statement where words is null; drop table vault.household_key');
  }
}
