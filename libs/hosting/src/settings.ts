import { readFileSync } from 'node:fs';
import type { Context } from '@baogong/contracts';
import type { IdentityOptions } from '@baogong/identity';
import { problemOf, SETTINGS, type Environment, type Setting, type SettingName } from '@baogong/operation';

/** What only some services hold. */
export type Need = 'passSigning' | 'matrixSigning' | 'vaultMaster' | 'wordsMaster' | 'vaultKeysUrl';
export type { Environment } from '@baogong/operation';

export interface Settings {
  ownerUrl: string;
  appUrl: string;
  brokers: string[];
  host: string;
  port: number;
  identity: IdentityOptions;
  /** Any replica of a neighbour will do. */
  neighbours: ReadonlyMap<Context, readonly string[]>;
  internalSecret: string;
  metricsSecret?: string;
  logLevel: string;
  acceptedKeys: string[];
  atOnce: number;
  patienceSeconds: number;
  /** By which keys the duty matrix may be signed. */
  matrixKeys: string[];
  passSigning?: Uint8Array;
  matrixSigning?: Uint8Array;
  vaultMaster?: Uint8Array;
  wordsMaster?: Uint8Array;
  vaultKeysUrl?: string;
}
export type ReadSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] };

/** The whole environment of a service, read and checked once; every fault is told, not only the first. */
export function readSettings(environment: Environment, needs: readonly Need[] = []): ReadSettings {
  const read = new Reader(environment);
  const settings = {
    ownerUrl: read.secret('BAOGONG_OWNER_URL'),
    appUrl: read.secret('BAOGONG_DATABASE_URL'),
    brokers: read.required('BAOGONG_KAFKA'),
    host: read.optional('BAOGONG_HOST'),
    port: read.optional('BAOGONG_PORT'),
    identity: identityIn(read, environment),
    neighbours: read.optional('BAOGONG_NEIGHBOURS'),
    internalSecret: read.file('BAOGONG_INTERNAL_SECRET_FILE'),
    ...metricsIn(read, environment),
    logLevel: read.optional('BAOGONG_LOG_LEVEL'),
    acceptedKeys: read.optional('BAOGONG_ACCEPT_KEYS'),
    atOnce: read.optional('BAOGONG_AT_ONCE'),
    patienceSeconds: read.optional('BAOGONG_START_PATIENCE_SECONDS'),
    matrixKeys: read.secret('BAOGONG_MATRIX_KEYS'),
    ...(needs.includes('passSigning') && { passSigning: read.file('BAOGONG_PASS_SIGNING_FILE') }),
    ...(needs.includes('matrixSigning') && { matrixSigning: read.file('BAOGONG_MATRIX_SIGNING_FILE') }),
    ...(needs.includes('vaultMaster') && { vaultMaster: read.file('BAOGONG_VAULT_MASTER_FILE') }),
    ...(needs.includes('wordsMaster') && { wordsMaster: read.file('BAOGONG_WORDS_MASTER_FILE') }),
    ...(needs.includes('vaultKeysUrl') && { vaultKeysUrl: read.secret('BAOGONG_VAULT_KEYS_URL') }),
  };
  return read.problems.length > 0
    ? { ok: false, problems: read.problems }
    : { ok: true, settings: settings as Settings };
}

function metricsIn(read: Reader, environment: Environment): { metricsSecret?: string } {
  if (!environment['BAOGONG_METRICS_SECRET_FILE']) return {};
  const metricsSecret = read.file('BAOGONG_METRICS_SECRET_FILE');
  return metricsSecret === undefined ? {} : { metricsSecret };
}

function identityIn(read: Reader, environment: Environment): IdentityOptions {
  const names = ['BAOGONG_ISSUER', 'BAOGONG_AUDIENCE', 'BAOGONG_JWKS_URL'] as const;
  if (!names.some((name) => environment[name])) {
    return { localKeyFile: read.required('BAOGONG_LOCAL_KEY_FILE') ?? '' };
  }
  if (environment['BAOGONG_LOCAL_KEY_FILE']) {
    read.problems.push('BAOGONG_LOCAL_KEY_FILE is refused beside BAOGONG_ISSUER: use one of them');
  }
  const [issuer, audience, jwksUrl] = names.map((name) => read.required(name));
  return { real: { issuer: issuer ?? '', audience: audience ?? '', jwksUrl: jwksUrl ?? '' } };
}

/** An unusable value is noted and left out: nothing is started with it. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly environment: Environment) {}

  required<N extends SettingName>(name: N): Setting<N> | undefined {
    if (this.environment[name]) return this.checked(name, this.environment[name]);
    this.problems.push(`${name} is not set`);
    return undefined;
  }

  optional<N extends SettingName>(name: N): Setting<N> | undefined {
    return this.checked(name, this.environment[name] || undefined);
  }

  /** By NAME_FILE, as containers hand over secrets, or by NAME where the environment is private. */
  secret<N extends SettingName>(name: N): Setting<N> | undefined {
    const file = `${name}_FILE`;
    if (!this.environment[file]) {
      if (this.environment[name]) return this.required(name);
      this.problems.push(`${file} (or ${name}) is not set`);
      return undefined;
    }
    if (this.environment[name]) this.problems.push(`${name} and ${file} are both set: use one of them`);
    return this.read(file, name);
  }

  /** The setting is the name of a file that holds the value. */
  file<N extends SettingName>(name: N): Setting<N> | undefined {
    if (this.environment[name]) return this.read(name, name);
    this.problems.push(`${name} is not set`);
    return undefined;
  }

  private read<N extends SettingName>(variable: string, name: N): Setting<N> | undefined {
    const path = this.environment[variable] ?? '';
    try {
      return this.checked(name, readFileSync(path, 'utf8').trim(), variable);
    } catch (error) {
      this.problems.push(
        `${variable} names a file that cannot be read (${(error as NodeJS.ErrnoException).code}): ${path}`,
      );
      return undefined;
    }
  }

  // The value itself is never told: it may be a secret.
  private checked<N extends SettingName>(
    name: N,
    value: string | undefined,
    variable: string = name,
  ): Setting<N> | undefined {
    const result = SETTINGS.shape[name].safeParse(value);
    if (result.success) return result.data as Setting<N>;
    this.problems.push(`${variable} ${problemOf(result.error)}`);
    return undefined;
  }
}
