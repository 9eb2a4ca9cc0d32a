import { createHash } from 'node:crypto';
import type { OpenOptions } from './types.js';

const SHOWN = 16;

/** Name of a key -> what it is known by, for those that this service was given. */
export function fingerprintsOf({ keys = {}, issuer }: Pick<OpenOptions, 'keys' | 'issuer'>): Record<string, string> {
  const { passSigning, vaultMaster, wordsMaster, matrixSigning } = keys;
  return {
    ...(vaultMaster && { 'vault-master': fingerprint('vault-master', vaultMaster) }),
    ...(wordsMaster && { 'words-master': fingerprint('words-master', wordsMaster) }),
    ...(passSigning && { 'pass-signing': fingerprint('pass-signing', passSigning) }),
    ...(matrixSigning && { 'matrix-signing': fingerprint('matrix-signing', matrixSigning) }),
    ...(issuer && { issuer }),
  };
}

function fingerprint(name: string, key: Uint8Array): string {
  return createHash('sha256').update(`baogong fingerprint of ${name}\0`).update(key).digest('hex').slice(0, SHOWN);
}
