import { householdKeysOf } from '@baogong/commanding';
import type { PersonalData, Runtime, Vault } from '../../application/runtime.js';
import { PostgresVault } from './postgres-vault.js';

export function openVault(runtime: Pick<Runtime, 'pool' | 'keys' | 'log'>): Vault {
  const keys = householdKeysOf(runtime, 'persons');
  const vault = async () => new PostgresVault(runtime.pool, await keys());
  return {
    write: async (householdId: string, version: number, data: PersonalData) =>
      (await vault()).write(householdId, version, data),
    read: async (householdId) => (await vault()).read(householdId),
    forget: async (householdId, at) => (await vault()).forget(householdId, at),
  };
}
