import { HouseholdKeys, type KeyPurpose } from '@baogong/event-store';
import type { ServiceRuntime } from './types.js';

const MASTERS = { persons: 'vaultMaster', words: 'wordsMaster' } as const;

/** Opened at their first use; a failure is not remembered, so that a database which comes back is found again. */
export function householdKeysOf(
  runtime: Pick<ServiceRuntime, 'pool' | 'keys' | 'log'>,
  purpose: KeyPurpose,
): () => Promise<HouseholdKeys> {
  let opening: Promise<HouseholdKeys> | undefined;
  return () => {
    opening ??= connect(runtime, purpose);
    opening.catch(() => (opening = undefined));
    return opening;
  };
}

async function connect(
  { pool, keys, log }: Pick<ServiceRuntime, 'pool' | 'keys' | 'log'>,
  purpose: KeyPurpose,
): Promise<HouseholdKeys> {
  const master = keys[MASTERS[purpose]];
  if (!master) throw new Error(`the service was given no master key of the ${purpose}`);
  if (keys.vaultKeysUrl) return HouseholdKeys.at(keys.vaultKeysUrl, { master, purpose });
  log.warn({}, 'BAOGONG_VAULT_KEYS_URL is not set: household keys lie in the same database as what they seal');
  return new HouseholdKeys(pool, { master, purpose });
}
