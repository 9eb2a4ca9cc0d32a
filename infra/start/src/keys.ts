import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything secret of an installation lies in one folder that only its user can enter. */
export type KeyFolder = {
  path: string;
  issuerFile: string;
  passSigning: Uint8Array;
  vaultMaster: Uint8Array;
  wordsMaster: Uint8Array;
  /** Signs the duty matrix; everybody verifies with its public half. */
  matrixSigning: Uint8Array;
  /** Opens /metrics. */
  metricsSecret: string;
  databasePasswords: DatabasePasswords;
};
export type DatabasePasswords = { superuser: string; owner: string; app: string };

const KEY_BYTES = 32;
export const METRICS_SECRET = 'metrics-secret';

export function openKeys(data: string): KeyFolder {
  const path = join(data, 'keys');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  const secret = (name: string): string => kept(join(path, name), () => randomBytes(KEY_BYTES).toString('hex'));
  return {
    path,
    issuerFile: join(path, 'issuer.json'),
    passSigning: Buffer.from(secret('pass-signing'), 'hex'),
    vaultMaster: Buffer.from(secret('vault-master'), 'hex'),
    wordsMaster: Buffer.from(secret('words-master'), 'hex'),
    matrixSigning: Buffer.from(secret('matrix-signing'), 'hex'),
    metricsSecret: secret(METRICS_SECRET),
    databasePasswords: {
      superuser: secret('database-superuser'),
      owner: secret('database-owner'),
      app: secret('database-app'),
    },
  };
}

// Written aside and renamed: a crash leaves no half key that every later start would read.
function kept(file: string, make: () => string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, make(), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
