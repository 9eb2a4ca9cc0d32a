import { randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { KEY_BYTES, openSealed, seal } from './seal.js';

export type HouseholdKey = { keyId: string; key: Buffer };
/** What a household's key opens: the vault of persons, or the words of cases. Each has a master of its own. */
export type KeyPurpose = 'persons' | 'words';
type KeyRow = { key_id: string; nonce: Buffer; wrapped: Buffer | null };
type KeyPool = Pick<InstanceType<typeof Pool>, 'query'>;
type KeyOptions = { master: Uint8Array; purpose: KeyPurpose };

/** Of the database of keys, which no migration makes. The lock: replicas that make it at once would trip each other. */
export const HOUSEHOLD_KEY_TABLES = `
  select pg_advisory_xact_lock(hashtext('baogong.household-keys'));
  create schema if not exists vault;
  create table if not exists vault.household_key (
    household_id text primary key, key_id text not null, nonce bytea not null, wrapped bytea, destroyed_at text)`;

/** These names are the storage format: a household's keys for other purposes stand beside its first, in one table. */
const ROW_OF: Record<KeyPurpose, (subject: string) => string> = {
  persons: (subject) => subject,
  words: (subject) => `words:${subject}`,
};

/**
 * Keys of households, each wrapped by the master key of its purpose, in a database of their own with short backup
 * retention: what is erased here is erased in every copy of what it seals.
 */
export class HouseholdKeys {
  private readonly master: Uint8Array;
  private readonly rowOf: (subject: string) => string;

  constructor(
    private readonly pool: KeyPool,
    { master, purpose }: KeyOptions,
  ) {
    if (master.length !== KEY_BYTES) throw new Error(`the master key of the ${purpose} has ${KEY_BYTES} bytes`);
    this.master = master;
    this.rowOf = ROW_OF[purpose];
  }

  static async at(url: string, options: KeyOptions): Promise<HouseholdKeys> {
    const pool = new Pool({ connectionString: url, max: 2, allowExitOnIdle: true });
    pool.on('error', () => undefined); // an idle connection that breaks is replaced at the next query
    const { rows } = await pool.query<{ there: boolean }>(
      `select to_regclass('vault.household_key') is not null as there`,
    );
    if (!rows[0]?.there) await pool.query(HOUSEHOLD_KEY_TABLES);
    return new HouseholdKeys(pool, options);
  }

  async keyFor(subject: string): Promise<HouseholdKey | undefined> {
    const id = this.rowOf(subject);
    const { rows } = await this.pool.query<KeyRow>(
      'select key_id, nonce, wrapped from vault.household_key where household_id = $1',
      [id],
    );
    const row = rows[0];
    if (!row?.wrapped) return undefined;
    return { keyId: row.key_id, key: openSealed(this.master, id, { nonce: row.nonce, sealed: row.wrapped }) };
  }

  /** The subject's key, made at its first use; undefined once it was destroyed. */
  async makeKey(subject: string): Promise<HouseholdKey | undefined> {
    const known = await this.keyFor(subject);
    if (known) return known;
    const id = this.rowOf(subject);
    const { nonce, sealed } = seal(this.master, id, randomBytes(KEY_BYTES));
    await this.pool.query(
      `insert into vault.household_key (household_id, key_id, nonce, wrapped) values ($1, $2, $3, $4)
       on conflict (household_id) do nothing`,
      [id, randomUUID(), nonce, sealed],
    );
    return this.keyFor(subject);
  }

  /** For every purpose, also one for which there is no key yet: a late repetition makes none. */
  async destroy(subject: string, at: string): Promise<void> {
    await this.pool.query(
      `insert into vault.household_key as kept (household_id, key_id, nonce, destroyed_at)
       select id, gen_random_uuid()::text, '', $2 from unnest($1::text[]) as id
       on conflict (household_id) do update set wrapped = null, destroyed_at = excluded.destroyed_at
         where kept.wrapped is not null`,
      [Object.values(ROW_OF).map((rowOf) => rowOf(subject)), at],
    );
  }
}
