import { randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { KEY_BYTES, open, seal, type Sealed } from './seal.js';

export type HouseholdKey = { keyId: string; key: Buffer };
type KeyRow = { key_id: string; nonce: Buffer; wrapped: Buffer | null };
type KeyPool = Pick<InstanceType<typeof Pool>, 'query'>;

/** Of the database of keys, which no migration makes. The lock: replicas that make it at once would trip each other. */
export const HOUSEHOLD_KEY_TABLES = `
  select pg_advisory_xact_lock(hashtext('baogong.household-keys'));
  create schema if not exists vault;
  create table if not exists vault.household_key (
    household_id text primary key, key_id text not null, nonce bytea not null, wrapped bytea, destroyed_at text)`;

/**
 * Keys of households, each wrapped by the master key, in a database of their own with short backup retention:
 * what is erased here is erased in every copy of the vault.
 */
export class HouseholdKeys {
  constructor(
    private readonly pool: KeyPool,
    private readonly master: Uint8Array,
  ) {
    if (master.length !== KEY_BYTES) throw new Error(`the master key of the vault has ${KEY_BYTES} bytes`);
  }

  static async at(url: string, master: Uint8Array): Promise<HouseholdKeys> {
    const pool = new Pool({ connectionString: url, max: 2, allowExitOnIdle: true });
    pool.on('error', () => undefined); // an idle connection that breaks is replaced at the next query
    const { rows } = await pool.query<{ there: boolean }>(
      `select to_regclass('vault.household_key') is not null as there`,
    );
    if (!rows[0]?.there) await pool.query(HOUSEHOLD_KEY_TABLES);
    return new HouseholdKeys(pool, master);
  }

  async keyFor(householdId: string): Promise<HouseholdKey | undefined> {
    const { rows } = await this.pool.query<KeyRow>(
      'select key_id, nonce, wrapped from vault.household_key where household_id = $1',
      [householdId],
    );
    const row = rows[0];
    if (!row?.wrapped) return undefined;
    return { keyId: row.key_id, key: this.unwrap(householdId, { nonce: row.nonce, sealed: row.wrapped }) };
  }

  /** The household's key, made at its first use; undefined once it was destroyed. */
  async makeKey(householdId: string): Promise<HouseholdKey | undefined> {
    const known = await this.keyFor(householdId);
    if (known) return known;
    const { nonce, sealed } = seal(this.master, householdId, randomBytes(KEY_BYTES));
    await this.pool.query(
      `insert into vault.household_key (household_id, key_id, nonce, wrapped) values ($1, $2, $3, $4)
       on conflict (household_id) do nothing`,
      [householdId, randomUUID(), nonce, sealed],
    );
    return this.keyFor(householdId);
  }

  async destroy(householdId: string, at: string): Promise<void> {
    await this.pool.query(
      'update vault.household_key set wrapped = null, destroyed_at = $2 where household_id = $1 and wrapped is not null',
      [householdId, at],
    );
  }

  private unwrap(householdId: string, wrapped: Sealed): Buffer {
    return open(this.master, householdId, wrapped);
  }
}
