import { openSealed, seal, type HouseholdKeys } from '@baogong/event-store';
import type { PersonalData, Runtime, Vault } from '../../application/runtime.js';

type PersonRow = { key_id: string; nonce: Buffer; sealed: Buffer };

export class PostgresVault implements Vault {
  constructor(
    private readonly pool: Pick<Runtime['pool'], 'query'>,
    private readonly keys: HouseholdKeys,
  ) {}

  async write(householdId: string, version: number, data: PersonalData): Promise<void> {
    const found = await this.keys.makeKey(householdId);
    if (!found) return; // forgotten: a late repetition brings nobody back
    const { nonce, sealed } = seal(found.key, householdId, Buffer.from(JSON.stringify(data)));
    await this.pool.query(
      `insert into vault.person as kept (household_id, stream_version, key_id, nonce, sealed) values ($1, $2, $3, $4, $5)
       on conflict (household_id) do update
         set stream_version = excluded.stream_version, key_id = excluded.key_id,
             nonce = excluded.nonce, sealed = excluded.sealed
         where kept.stream_version <= excluded.stream_version`,
      [householdId, version, found.keyId, nonce, sealed],
    );
  }

  async read(householdId: string): Promise<PersonalData | undefined> {
    const [found, { rows }] = await Promise.all([
      this.keys.keyFor(householdId),
      this.pool.query<PersonRow>('select key_id, nonce, sealed from vault.person where household_id = $1', [
        householdId,
      ]),
    ]);
    const row = rows[0];
    if (!found || !row) return undefined;
    return JSON.parse(openSealed(found.key, householdId, row).toString()) as PersonalData;
  }

  async forget(householdId: string, at: string): Promise<void> {
    await this.keys.destroy(householdId, at);
    await this.pool.query('delete from vault.person where household_id = $1', [householdId]);
  }
}
