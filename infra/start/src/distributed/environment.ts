import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixKeyOf } from '@baogong/commanding';
import { METRICS_SECRET, type KeyFolder } from '../keys.js';
import type { DatabaseUrls } from '../postgres/databases.js';

/** One process of a service; a service may have several. */
export type ServiceAddress = { name: string; port: number; url: string };
export type EnvironmentOptions = {
  keys: KeyFolder;
  databases: ReadonlyMap<string, DatabaseUrls>;
  brokers: readonly string[];
  addresses: readonly ServiceAddress[];
};

const SECRET_BYTES = 32;
/** Of our own environment only what means the same to every process of the installation. */
const HANDED_ON = /^BAOGONG_(ISSUER|AUDIENCE|JWKS_URL|LOG_LEVEL|AT_ONCE|ACCEPT_KEYS|WEBHOOKS_LOOPBACK|DISTRICT\w*)$/;

/** What a service reads at its start; everything secret lies in files of the key folder. */
export function environmentOf({ name, port }: ServiceAddress, options: EnvironmentOptions): NodeJS.ProcessEnv {
  const { keys, databases, brokers, addresses } = options;
  const urls = needed(databases, name);
  const secret = secretFilesIn(keys.path);
  const neighbours = addresses.filter((address) => address.name !== name);
  return {
    ...inherited(),
    ...(process.env['BAOGONG_ISSUER'] ? {} : { BAOGONG_LOCAL_KEY_FILE: keys.issuerFile }),
    BAOGONG_OWNER_URL_FILE: secret(`service-${name}-owner-url`, urls.ownerUrl),
    BAOGONG_DATABASE_URL_FILE: secret(`service-${name}-database-url`, urls.appUrl),
    ...(['orders', 'oversight'].includes(name) && {
      BAOGONG_VAULT_KEYS_URL_FILE: secret('service-vault-keys-url', needed(databases, 'keys').ownerUrl),
    }),
    ...(name === 'orders' && { BAOGONG_VAULT_MASTER_FILE: join(keys.path, 'vault-master') }),
    ...(name === 'oversight' && { BAOGONG_WORDS_MASTER_FILE: join(keys.path, 'words-master') }),
    BAOGONG_MATRIX_KEYS: matrixKeyOf(keys.matrixSigning),
    ...(name === 'oversight' && { BAOGONG_MATRIX_SIGNING_FILE: join(keys.path, 'matrix-signing') }),
    ...(name === 'delivery' && { BAOGONG_PASS_SIGNING_FILE: join(keys.path, 'pass-signing') }),
    BAOGONG_METRICS_SECRET_FILE: join(keys.path, METRICS_SECRET),
    BAOGONG_INTERNAL_SECRET_FILE: internalSecretFile(keys.path),
    BAOGONG_KAFKA: brokers.join(','),
    BAOGONG_PORT: String(port),
    BAOGONG_HOST: '127.0.0.1',
    BAOGONG_NEIGHBOURS: neighbours.map((neighbour) => `${neighbour.name}=${neighbour.url}`).join(','),
  };
}

function inherited(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter(([name]) => HANDED_ON.test(name) || !/^(BAOGONG_|npm_|PORT$)/.test(name)));
}

function secretFilesIn(folder: string): (name: string, content: string) => string {
  return (name, content) => {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, content, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return file;
  };
}

function internalSecretFile(folder: string): string {
  const file = join(folder, 'internal-secret');
  if (existsSync(file) && readFileSync(file, 'utf8').length >= SECRET_BYTES) return file;
  return secretFilesIn(folder)('internal-secret', randomBytes(SECRET_BYTES).toString('hex'));
}

function needed<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`nothing is known of ${name}`);
  return value;
}
