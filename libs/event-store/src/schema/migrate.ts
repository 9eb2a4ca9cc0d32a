import { DataSource } from 'typeorm';
import type { MigrationClass } from './migrations.js';
import { refuseForeignData } from './soundness.js';

export interface MigrateOptions {
  ownerUrl: string;
  appRole: string;
  migrations: MigrationClass[];
  /** Into a database that is being restored: elsewhere one that was left half is refused. */
  restoring?: boolean;
  /** Only the first part of what its service will bring: whether the rest is known is for the service to say. */
  partOfService?: boolean;
}

/** Brings a database up to date as its owner, then grants the application role what it needs and no more. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { ownerUrl, appRole, migrations, restoring, partOfService } = options;
  if (!restoring && !partOfService) await refuseForeignData(ownerUrl, migrations);
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('baogong.migrate'))`);
    await source.runMigrations();
    await lock.query(grantsFor(appRole));
    await lock.query(`select pg_advisory_unlock(hashtext('baogong.migrate'))`);
  } finally {
    await lock.release();
    await source.destroy();
  }
}

/** The log is written by es.append alone; other schemas hold read models and belong to the application. */
function grantsFor(appRole: string): string {
  const role = `"${appRole.replaceAll('"', '""')}"`;
  return /* sql */ `
do $$
declare
  s name;
begin
  for s in select n.nspname from pg_namespace n
    where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'es') loop
    execute format('grant usage on schema %I to ${role}', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to ${role}', s);
    execute format('grant usage, select on all sequences in schema %I to ${role}', s);
    execute format('grant execute on all functions in schema %I to ${role}', s);
  end loop;
end $$;
revoke all on table public.migration from ${role};
do $$ begin if to_regclass('public.restore') is not null then revoke all on table public.restore from ${role}; end if; end $$;
grant usage on schema es to ${role};
revoke all on all tables in schema es from ${role};
grant select on all tables in schema es to ${role};
grant insert, update on es.cursor, es.relay, es.parked, es.projection, es.timer, es.snapshot to ${role};
revoke all on all functions in schema es from public;
grant execute on all functions in schema es to ${role};
`;
}
