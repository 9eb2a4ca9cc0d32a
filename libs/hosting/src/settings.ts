import { readFileSync } from 'node:fs';
import { CONTEXTS, type Context } from '@baogong/contracts';
import type { IdentityOptions } from '@baogong/identity';
import { z } from 'zod';

/** What only some services hold. */
export type Need = 'passSigning' | 'vaultMaster' | 'vaultKeysUrl';
export type Environment = Record<string, string | undefined>;

export interface Settings {
  ownerUrl: string;
  appUrl: string;
  brokers: string[];
  host: string;
  port: number;
  identity: IdentityOptions;
  neighbours: ReadonlyMap<Context, string>;
  internalSecret: string;
  logLevel: string;
  passSigning?: Uint8Array;
  vaultMaster?: Uint8Array;
  vaultKeysUrl?: string;
}
export type ReadSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] };

const PORT_DEFAULT = 3000;
const SECRET_MIN_LENGTH = 32;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

const database = z.string().regex(/^postgres(ql)?:\/\/[^\s]+$/, 'is not a postgres:// address');
const key = z.string().regex(/^[0-9a-f]{64}$/i, 'does not hold 32 bytes in hexadecimal');
const web = z.string().regex(/^https?:\/\/[^\s/]+/, 'is not an http address');
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port')
  .transform(Number)
  .refine((port) => port <= 65_535, 'is not a port');
const brokerList = z
  .string()
  .transform((text) => listOf(text))
  .pipe(z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/, 'is not a list like host:9092,host:9092')).min(1));
const neighbourList = z.string().transform((text, context) => neighboursIn(text) ?? fail(context, NEIGHBOURS_FORM));
const NEIGHBOURS_FORM = 'is not a list like orders=http://orders:3000,inventory=http://inventory:3000';

/** The whole environment of a service, read and checked once; every fault is told, not only the first. */
export function readSettings(environment: Environment, needs: readonly Need[] = []): ReadSettings {
  const read = new Reader(environment);
  const settings = {
    ownerUrl: read.secret('BAOGONG_OWNER_URL', database),
    appUrl: read.secret('BAOGONG_DATABASE_URL', database),
    brokers: read.required('BAOGONG_KAFKA', brokerList),
    host: read.optional('BAOGONG_HOST', z.string(), '127.0.0.1'),
    port: read.optional('BAOGONG_PORT', portNumber, PORT_DEFAULT),
    identity: identityIn(read, environment),
    neighbours: read.optional('BAOGONG_NEIGHBOURS', neighbourList, new Map<Context, string>()),
    internalSecret: read.file('BAOGONG_INTERNAL_SECRET_FILE', z.string().min(SECRET_MIN_LENGTH, 'holds too little')),
    logLevel: read.optional('BAOGONG_LOG_LEVEL', z.enum(LEVELS), 'info' as const),
    ...(needs.includes('passSigning') && { passSigning: bytes(read.file('BAOGONG_PASS_SIGNING_FILE', key)) }),
    ...(needs.includes('vaultMaster') && { vaultMaster: bytes(read.file('BAOGONG_VAULT_MASTER_FILE', key)) }),
    ...(needs.includes('vaultKeysUrl') && { vaultKeysUrl: read.secret('BAOGONG_VAULT_KEYS_URL', database) }),
  };
  return read.problems.length > 0
    ? { ok: false, problems: read.problems }
    : { ok: true, settings: settings as Settings };
}

function identityIn(read: Reader, environment: Environment): IdentityOptions {
  const names = ['BAOGONG_ISSUER', 'BAOGONG_AUDIENCE', 'BAOGONG_JWKS_URL'];
  if (!names.some((name) => environment[name])) {
    return { localKeyFile: read.required('BAOGONG_LOCAL_KEY_FILE', z.string()) ?? '' };
  }
  if (environment['BAOGONG_LOCAL_KEY_FILE']) {
    read.problems.push('BAOGONG_LOCAL_KEY_FILE is refused beside BAOGONG_ISSUER: use one of them');
  }
  const [issuer, audience, jwksUrl] = [z.string(), z.string(), web].map((form, at) =>
    read.required(names[at] ?? '', form),
  );
  return { real: { issuer: issuer ?? '', audience: audience ?? '', jwksUrl: jwksUrl ?? '' } };
}

/** An unusable value is noted and left out: nothing is started with it. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly environment: Environment) {}

  required<T>(name: string, form: z.ZodType<T, string>): T | undefined {
    const text = this.environment[name];
    if (text) return this.checked(name, form, text);
    this.problems.push(`${name} is not set`);
    return undefined;
  }

  optional<T>(name: string, form: z.ZodType<T, string>, fallback: T): T | undefined {
    const text = this.environment[name];
    return text ? this.checked(name, form, text) : fallback;
  }

  /** By NAME_FILE, as containers hand over secrets, or by NAME where the environment is private. */
  secret<T>(name: string, form: z.ZodType<T, string>): T | undefined {
    const file = `${name}_FILE`;
    if (!this.environment[file]) {
      if (this.environment[name]) return this.required(name, form);
      this.problems.push(`${file} (or ${name}) is not set`);
      return undefined;
    }
    if (this.environment[name]) this.problems.push(`${name} and ${file} are both set: use one of them`);
    return this.file(file, form);
  }

  file<T>(name: string, form: z.ZodType<T, string>): T | undefined {
    const path = this.required(name, z.string());
    if (path === undefined) return undefined;
    try {
      return this.checked(name, form, readFileSync(path, 'utf8').trim());
    } catch (error) {
      this.problems.push(
        `${name} names a file that cannot be read (${(error as NodeJS.ErrnoException).code}): ${path}`,
      );
      return undefined;
    }
  }

  // The value itself is never told: it may be a secret.
  private checked<T>(name: string, form: z.ZodType<T, string>, text: string): T | undefined {
    const result = form.safeParse(text);
    if (result.success) return result.data;
    this.problems.push(`${name} ${result.error.issues[0]?.message ?? 'is malformed'}`);
    return undefined;
  }
}

function neighboursIn(text: string): Map<Context, string> | undefined {
  const entries = listOf(text).map((entry) => /^([a-z]+)=(https?:\/\/[^\s/]+)\/?$/.exec(entry)?.slice(1) ?? []);
  const known = entries.filter(([name]) => (CONTEXTS as readonly string[]).includes(name ?? ''));
  return known.length === entries.length ? new Map(known as [Context, string][]) : undefined;
}

function fail(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

const bytes = (hex: string | undefined): Uint8Array | undefined => (hex ? Buffer.from(hex, 'hex') : undefined);

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
