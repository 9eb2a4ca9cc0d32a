import { masterKeyOf } from '../../application/master-key.js';
import type { PersonalData, Runtime, Vault } from '../../application/runtime.js';
import { HouseholdKeys } from './household-keys.js';
import { PostgresVault } from './postgres-vault.js';

/** Opened at its first use; a failure is not remembered, so that a database which comes back is found again. */
export function openVault(runtime: Pick<Runtime, 'pool' | 'keys' | 'log'>, keysUrl: string | undefined): Vault {
  let opening: Promise<Vault> | undefined;
  const vault = (): Promise<Vault> => {
    opening ??= connect(runtime, keysUrl);
    opening.catch(() => (opening = undefined));
    return opening;
  };
  return {
    write: async (householdId: string, version: number, data: PersonalData) =>
      (await vault()).write(householdId, version, data),
    read: async (householdId) => (await vault()).read(householdId),
    forget: async (householdId, at) => (await vault()).forget(householdId, at),
  };
}

async function connect(runtime: Pick<Runtime, 'pool' | 'keys' | 'log'>, keysUrl?: string): Promise<Vault> {
  const { pool, log } = runtime;
  const master = masterKeyOf(runtime);
  if (keysUrl) return new PostgresVault(pool, await HouseholdKeys.at(keysUrl, master));
  log.warn({}, 'BAOGONG_VAULT_KEYS_URL is not set: household keys lie in the same database as what they seal');
  return new PostgresVault(pool, new HouseholdKeys(pool, master));
}
