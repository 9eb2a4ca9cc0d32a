import { migrationsOf, type ServiceDefinition } from '@baogong/commanding';
import { migrate, withDatabase } from '@baogong/event-store';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { SERVICES } from '../src/services.js';

/** What made the schemas of 0.1.0. Migrations that were released are never changed; new ones come beside them. */
const RELEASED = [
  'EventStore1790000000000',
  'KeyFingerprints1790000100000',
  'EventStoreReplicas1790100000000',
  'AuthorityTables1764000000000',
  'AuthorityMeasures1764000400000',
  'OversightTables1764000100000',
  'OrdersTables1764000200000',
  'WebhookTables1764000300000',
  'InventoryTables1764100000000',
  'DeliveryTables1764000200000',
];
/** Made anew from the logs: their consumers begin at the first event. */
const REBUILT: Record<string, string[]> = {
  oversight: ['oversight.consignment', 'oversight.journey', 'oversight.offer'],
};

const COLUMNS = `
  select table_schema || '.' || table_name as name, column_name as column, data_type as type, is_nullable as nullable,
    column_default as fallback
  from information_schema.columns
  where table_schema not in ('pg_catalog', 'information_schema', 'public') and is_generated = 'NEVER'
  order by 1, 2`;
const SHAPE = [
  COLUMNS,
  `select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'public') order by 1`,
  `select proname, prosrc from pg_proc where pronamespace = 'es'::regnamespace order by 1, 2`,
];
const PLANTED = ['es.event', 'es.cursor', 'es.parked', 'es.timer', 'es.stream'];
const VALUES: [RegExp, string][] = [
  [/^(text|character)/, `'d-a/c-b'`],
  [/^json/, `'{}'`],
  [/^timestamp/, 'now()'],
  [/^bytea/, `'\\x00'`],
  [/^uuid/, 'gen_random_uuid()'],
  [/^boolean/, 'false'],
  [/^date/, 'current_date'],
  [/^ARRAY/, `'{}'`],
  [/./, '0'],
];

interface Column {
  name: string;
  column: string;
  type: string;
  nullable: string;
  fallback: string | null;
}

async function asked<R extends object>(url: string, sql: string): Promise<R[]> {
  let rows: R[] = [];
  await withDatabase(url, async (client) => {
    rows = (await client.query<R>(sql)).rows;
  });
  return rows;
}

const shapeOf = async ({ ownerUrl }: FreshDatabase) => Promise.all(SHAPE.map((sql) => asked(ownerUrl, sql)));

/** A row in every table of the service's own, and in those of the log that migrations may touch. */
async function plant({ ownerUrl }: FreshDatabase): Promise<string[]> {
  const columns = await asked<Column>(ownerUrl, COLUMNS);
  const tables = [...new Set(columns.map(({ name }) => name))].filter(
    (name) => !name.startsWith('es.') || PLANTED.includes(name),
  );
  // The last first: of the webhooks those who point come before what they point at.
  for (const table of tables.filter((name) => name !== 'authority.change').reverse()) {
    const asks = columns.filter(({ name, nullable, fallback }) => name === table && nullable === 'NO' && !fallback);
    const values = asks.map(({ type }) => VALUES.find(([pattern]) => pattern.test(type))![1]);
    await asked(
      ownerUrl,
      `insert into ${table} (${asks.map(({ column }) => `"${column}"`).join()}) values (${values.join()})`,
    );
  }
  await asked(
    ownerUrl,
    `insert into es.cursor (consumer, source, shard, pos, digest) values ('authority', 'x', 1, 1, '')`,
  );
  return tables;
}

describe('data of 0.1.0', () => {
  const databases: FreshDatabase[] = [];
  const open = async (name: string) => {
    const database = await freshDatabase(`upgrade_${name}`);
    databases.push(database);
    return database;
  };
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });

  const upgraded = async (definition: ServiceDefinition) => {
    const database = await open(`${definition.name}_old`);
    const migrations = migrationsOf(definition);
    await migrate({ ...database, migrations: migrations.filter((made) => RELEASED.includes(new made().name!)) });
    const tables = await plant(database);
    await migrate({ ...database, migrations });
    return { database, tables };
  };

  it.each(SERVICES.map((definition) => [definition.name, definition] as const))(
    'is taken over by %s: the tables are those of a new database, and every row is there or read anew',
    async (name, definition) => {
      const { database, tables } = await upgraded(definition);
      const fresh = await open(name);
      await migrate({ ...fresh, migrations: migrationsOf(definition) });
      expect(await shapeOf(database)).toEqual(await shapeOf(fresh));
      const empty: string[] = [];
      for (const table of tables) {
        const [found] = await asked<{ gone: boolean }>(
          database.ownerUrl,
          `select to_regclass('${table}') is null as gone`,
        );
        if (found!.gone) continue;
        if ((await asked(database.ownerUrl, `select 1 from ${table} limit 1`)).length === 0) empty.push(table);
      }
      expect(empty).toEqual(REBUILT[name] ?? []);
      expect(await asked(database.ownerUrl, 'select consumer from es.cursor')).toEqual([{ consumer: 'd-a/c-b' }]);
    },
    60_000,
  );
});
