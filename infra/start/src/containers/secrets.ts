import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { matrixKeyOf } from '@baogong/commanding';
import { CONTEXTS } from '@baogong/contracts';
import type { Context } from '@baogong/contracts';
import { createLocalIssuer } from '@baogong/identity';
import type { DatabaseUrls } from '../postgres/databases.js';

/** Each in a folder, and so in a volume, of its own: nobody sees what only others need. */
export type SecretHolder = Context | 'postgres' | 'operator';
export type SecretOptions = {
  folder: string;
  databaseHost: string;
  /** Who may read a holder's files. */
  userOf(holder: SecretHolder): number;
};

const SECRET_BYTES = 32;
const HOLDERS: readonly SecretHolder[] = ['postgres', 'operator', ...CONTEXTS];
const READ_ONLY = 0o400;
export const SUPERUSER = 'postgres';

/**
 * Every secret of an installation of containers, made once and never again: what is there stays. Files can be read by
 * their holder only.
 */
export async function makeSecrets({ folder, databaseHost, userOf }: SecretOptions): Promise<void> {
  const place = (holder: SecretHolder, name: string) => join(folder, holder, name);
  for (const holder of HOLDERS) mkdirSync(join(folder, holder), { recursive: true });
  const once = (holder: SecretHolder, name: string, make: () => string): string => {
    const file = place(holder, name);
    if (!existsSync(file)) write(file, make());
    return readFileSync(file, 'utf8');
  };
  const superuser = once('operator', 'superuser', newSecret);
  once('postgres', 'superuser', () => superuser);
  const internal = once('operator', 'internal-secret', newSecret);
  const address = (role: string, database: string): string =>
    `postgres://${role}:${newSecret()}@${databaseHost}/${database}`;
  for (const name of CONTEXTS) {
    once(name, 'owner-url', () => address(`baogong_${name}_owner`, `baogong_${name}`));
    once(name, 'database-url', () => address(`baogong_${name}`, `baogong_${name}`));
    once(name, 'internal-secret', () => internal);
  }
  const keysUrl = once('orders', 'vault-keys-url', () => address('baogong_keys_owner', 'baogong_keys'));
  once('oversight', 'vault-keys-url', () => keysUrl);
  once('orders', 'vault-master', newSecret);
  once('oversight', 'words-master', newSecret);
  once('delivery', 'pass-signing', newSecret);
  const matrixKey = matrixKeyOf(Buffer.from(once('oversight', 'matrix-signing', newSecret), 'hex'));
  for (const name of CONTEXTS) once(name, 'matrix-keys', () => matrixKey);
  await createLocalIssuer(place('operator', 'issuer.json'));
  const issuer = readFileSync(place('operator', 'issuer.json'), 'utf8');
  for (const name of CONTEXTS) once(name, 'issuer.json', () => issuer);
  for (const holder of HOLDERS) handOver(join(folder, holder), userOf(holder));
}

/** By service, and the one of the households' keys. */
export function databasesIn(folder: string): Map<string, DatabaseUrls> {
  const read = (holder: Context, name: string): string => readFileSync(join(folder, holder, name), 'utf8');
  const keys = read('orders', 'vault-keys-url');
  return new Map<string, DatabaseUrls>([
    ...CONTEXTS.map((name) => [name, urlsIn(read, name)] as const),
    ['keys', { ownerUrl: keys, appUrl: keys }],
  ]);
}

/** For one database of the server, with the password that `makeSecrets` made. */
export function superuserUrl(folder: string, databaseHost: string): string {
  const password = readFileSync(join(folder, 'operator', 'superuser'), 'utf8');
  return `postgres://${SUPERUSER}:${password}@${databaseHost}/postgres`;
}

const urlsIn = (read: (holder: Context, name: string) => string, name: Context): DatabaseUrls => ({
  ownerUrl: read(name, 'owner-url'),
  appUrl: read(name, 'database-url'),
});

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');

// Written aside and renamed: a crash leaves no half secret that every later start would read.
function write(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: READ_ONLY });
  renameSync(`${file}.new`, file);
}

function handOver(folder: string, user: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).uid !== user) chownSync(file, user, user);
    chmodSync(file, READ_ONLY);
  }
  if (statSync(folder).uid !== user) chownSync(folder, user, user);
  chmodSync(folder, 0o700);
}
