import type { Runtime } from './runtime.js';

/** The key of the vault, from which secrets of webhooks and ids of addresses are derived as well. */
export function masterKeyOf({ keys }: Pick<Runtime, 'keys'>): Uint8Array {
  if (!keys.vaultMaster) throw new Error('the service was given no master key');
  return keys.vaultMaster;
}
