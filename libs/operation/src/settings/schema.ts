import type { Context } from '@baogong/contracts';
import { z } from 'zod';
import { composeForms } from './compose.js';
import { brokers, database, howMany, key, list, neighbours, port, publicKeys, seconds, text, web } from './forms.js';

/** Which programs read a setting. `service` is each of the four processes; a name is only that one. */
export type Reader =
  | 'npm start'
  | 'npm run start:kafka'
  | 'service'
  | 'gateway'
  | 'setup'
  | 'compose'
  | Context
  | 'baogong'
  | 'ledger'
  | 'tests';
export interface Facts {
  about: string;
  form: string;
  readers: readonly Reader[];
  /** `also`: NAME_FILE may name a file that holds the value. `only`: the value is the name of such a file. */
  file?: 'also' | 'only';
  /** Shown instead of the value that stands for one that is not set. */
  unset?: string;
}

export const facts = z.registry<Facts>();

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
const EVERYWHERE = ['npm start', 'npm run start:kafka', 'service', 'baogong'] as const;
const STARTERS = ['npm start', 'npm run start:kafka', 'baogong'] as const;
const BOOKS = ['baogong', 'ledger'] as const;

function own<T extends z.ZodType>(form: T, told: Facts): T {
  facts.add(form as z.ZodType, told);
  return form;
}

const composeSettings = composeForms((form, told) => own(form, { ...told, readers: ['compose'] }));

const databaseOf = (name: string) =>
  own(database.optional(), {
    about: `The database of ${name} as its owner, where it is not named \`baogong_${name}\` beside the others.`,
    form: 'postgres://user:password@host:5432/name',
    readers: BOOKS,
    unset: 'from `BAOGONG_DATABASES_URL`',
  });

/** Every variable of the environment that Baogong reads, with its form and what stands for it when it is not set. */
export const SETTINGS = z.object({
  BAOGONG_DATA: own(text.default('.baogong'), {
    about: 'The folder of everything that is kept; `--data` wins.',
    form: 'a folder',
    readers: STARTERS,
  }),
  BAOGONG_LOG: own(z.enum(['file', 'stdout']).default('file'), {
    about: 'Where the JSON lines of the log go.',
    form: '`file` or `stdout`',
    readers: ['npm start', 'npm run start:kafka'],
  }),
  BAOGONG_LOG_LEVEL: own(z.enum(LEVELS).default('info'), {
    about: 'The least grave line that is logged.',
    form: LEVELS.map((level) => `\`${level}\``).join(', '),
    readers: ['service'],
  }),
  BAOGONG_AT_ONCE: own(howMany.default(256), {
    about: 'Commands that a process works on at once, and as many reads; more are turned away with 429.',
    form: '1 to 9999',
    readers: ['npm start', 'service'],
  }),
  BAOGONG_TOKEN: own(text.optional(), {
    about: 'Whose rights `import` and `export` use, where no `--as` or `--token-file` says so.',
    form: 'a token',
    readers: ['baogong'],
    file: 'also',
  }),
  BAOGONG_OWNER_URL: own(database.optional(), {
    about: 'The database of the service as its owner, for migrations.',
    form: 'postgres://user:password@host:5432/name',
    readers: ['service'],
    file: 'also',
  }),
  BAOGONG_DATABASE_URL: own(database.optional(), {
    about: 'The database of the service as the application, which cannot change the past.',
    form: 'postgres://user:password@host:5432/name',
    readers: ['service'],
    file: 'also',
  }),
  BAOGONG_KAFKA: own(brokers.optional(), {
    about: 'Brokers. `npm run start:kafka` starts one of its own where none is named.',
    form: 'host:9092,host:9092',
    readers: ['service', 'npm run start:kafka', 'baogong'],
  }),
  BAOGONG_HOST: own(text.default('127.0.0.1'), {
    about: 'The address a service listens on.',
    form: 'an address of this machine',
    readers: ['service'],
  }),
  BAOGONG_PORT: own(port.default(3000), {
    about: 'The port a service listens on.',
    form: '0 to 65535',
    readers: ['service'],
  }),
  BAOGONG_NEIGHBOURS: own(neighbours.default(new Map<Context, string[]>()), {
    about: 'Where the other services answer, one with several replicas once for each or by a name that stands for all.',
    form: 'orders=http://orders:3000,inventory=...',
    readers: ['service', 'gateway'],
    unset: 'nobody',
  }),
  BAOGONG_INTERNAL_SECRET_FILE: own(z.string().min(32, 'holds too little').optional(), {
    about: 'A secret that the services of an installation share.',
    form: 'a file with at least 32 characters',
    readers: ['service'],
    file: 'only',
  }),
  BAOGONG_METRICS_SECRET_FILE: own(z.string().min(32, 'holds too little').optional(), {
    about: 'What whoever reads `/metrics` shows as bearer token.',
    form: 'a file with at least 32 characters',
    readers: ['service'],
    file: 'only',
    unset: 'there are no metrics to read',
  }),
  BAOGONG_ISSUER: own(text.optional(), {
    about: 'Who signs tokens; with `BAOGONG_AUDIENCE` and `BAOGONG_JWKS_URL`, all or none.',
    form: 'the `iss` of a token',
    readers: EVERYWHERE,
    unset: 'the local issuer',
  }),
  BAOGONG_AUDIENCE: own(text.optional(), {
    about: 'For whom tokens are made.',
    form: 'the `aud` of a token',
    readers: EVERYWHERE,
  }),
  BAOGONG_JWKS_URL: own(web.optional(), {
    about: "Where the issuer's keys are read.",
    form: 'https://...',
    readers: EVERYWHERE,
  }),
  BAOGONG_LOCAL_KEY_FILE: own(text.optional(), {
    about: 'The key file of a local issuer, for a laptop; refused beside `BAOGONG_ISSUER`.',
    form: 'a file; made if it is missing',
    readers: ['service'],
  }),
  BAOGONG_ACCEPT_KEYS: own(list.default([]), {
    about: 'Fingerprints of a changed issuer or pass key that the installation shall take from now on.',
    form: 'fingerprints as the refusal names them, with commas',
    readers: ['npm start', 'npm run start:kafka', 'service'],
    unset: 'none',
  }),
  BAOGONG_START_PATIENCE_SECONDS: own(seconds.default(30), {
    about: 'How long a start waits for a database or broker that does not answer yet.',
    form: '0 to 9999',
    readers: ['service'],
  }),
  BAOGONG_PASS_SIGNING_FILE: own(key.optional(), {
    about: 'The key that signs pickup passes.',
    form: 'a file with 32 bytes in hexadecimal',
    readers: ['delivery'],
    file: 'only',
  }),
  BAOGONG_MATRIX_SIGNING_FILE: own(key.optional(), {
    about: "The district's key, which signs the duty matrix.",
    form: 'a file with 32 bytes in hexadecimal',
    readers: ['oversight'],
    file: 'only',
  }),
  BAOGONG_MATRIX_KEYS: own(publicKeys.optional(), {
    about: 'By which keys a duty matrix may be signed that is to be taken in force; several while one is replaced.',
    form: 'public Ed25519 keys, 32 bytes each in hexadecimal, with commas',
    readers: ['service'],
    file: 'also',
  }),
  BAOGONG_VAULT_MASTER_FILE: own(key.optional(), {
    about: 'The key that wraps the keys of the households; without it names and telephones cannot be read.',
    form: 'a file with 32 bytes in hexadecimal',
    readers: ['orders'],
    file: 'only',
  }),
  BAOGONG_WORDS_MASTER_FILE: own(key.optional(), {
    about: 'The key that wraps the keys of the words of cases; without it the words cannot be read.',
    form: 'a file with 32 bytes in hexadecimal',
    readers: ['oversight'],
    file: 'only',
  }),
  BAOGONG_VAULT_KEYS_URL: own(database.optional(), {
    about: "The database of the households' wrapped keys.",
    form: 'postgres://user:password@host:5432/name',
    readers: ['orders', 'oversight'],
    file: 'also',
  }),
  BAOGONG_WEBHOOKS_LOOPBACK: own(z.enum(['refuse', 'allow']).default('refuse'), {
    about: "Whether suppliers' webhooks may be received on this machine, over http too: for development and tests.",
    form: '`refuse` or `allow`',
    readers: ['orders', 'npm start', 'npm run start:kafka'],
  }),
  BAOGONG_DISTRICT: own(text.default('d-pudong'), {
    about: 'The district that the installation serves.',
    form: 'a territory',
    readers: ['oversight', 'npm start'],
  }),
  BAOGONG_DISTRICT_OFFICE: own(text.default('do-1'), {
    about: 'The actor who acts first for the office of the district.',
    form: 'an actor',
    readers: ['oversight', 'npm start'],
  }),
  BAOGONG_DISTRICT_OFFICE_NAME: own(text.default('Pudong District Office'), {
    about: 'The name of that office.',
    form: 'a name',
    readers: ['oversight', 'npm start'],
  }),
  BAOGONG_DATABASES_URL: own(database.optional(), {
    about: 'One server that holds `baogong_orders` and so on, as their owner.',
    form: 'postgres://user:password@host:5432/',
    readers: BOOKS,
  }),
  BAOGONG_ORDERS_URL: databaseOf('orders'),
  BAOGONG_INVENTORY_URL: databaseOf('inventory'),
  BAOGONG_DELIVERY_URL: databaseOf('delivery'),
  BAOGONG_OVERSIGHT_URL: databaseOf('oversight'),
  BAOGONG_KEYS_URL: databaseOf('keys'),
  BAOGONG_DRILL: own(z.enum(['true', 'false']).default('false'), {
    about: 'Marks the new databases of containers as a drill, whose clock can be moved; elsewhere it is `--drill`.',
    form: '`true` or `false`',
    readers: ['setup'],
  }),
  ...composeSettings,
  BAOGONG_ACCEPTANCE: own(z.enum(['embedded', 'kafka', 'compose']).default('embedded'), {
    about: 'Which way to run the whole the acceptance tests try.',
    form: '`embedded`, `kafka` or `compose`',
    readers: ['tests'],
  }),
  BAOGONG_ACCEPTANCE_PLACE: own(text.optional(), {
    about: 'Where the whole under test runs, handed on between the acceptance tests.',
    form: 'a file of JSON',
    readers: ['tests'],
  }),
  BAOGONG_ACCEPTANCE_COMPOSE: own(text.optional(), {
    about: 'How compose is called, handed on between the acceptance tests.',
    form: 'JSON',
    readers: ['tests'],
  }),
  BAOGONG_FUZZ_SEED: own(text.optional(), {
    about: 'Which requests the fuzzer sends, 7 unless told; a failure names its seed.',
    form: 'a whole number',
    readers: ['tests'],
  }),
  BAOGONG_FUZZ_REQUESTS: own(text.optional(), {
    about: 'How many requests the fuzzer sends, 3,000 unless told.',
    form: 'a whole number',
    readers: ['tests'],
  }),
  BAOGONG_TEST_CONTAINERS: own(z.enum(['yes', 'no']).default('yes'), {
    about: '`no`: databases and brokers of the tests are local programs even where a Docker engine answers.',
    form: '`yes` or `no`',
    readers: ['tests'],
  }),
  BAOGONG_BUILD_CA: own(text.optional(), {
    about: 'A certificate that the package registries stand behind, for building images.',
    form: 'a file',
    readers: ['tests'],
    unset: '`NODE_EXTRA_CA_CERTS`',
  }),
  BAOGONG_MAVEN_MIRROR: own(web.optional(), {
    about: 'A mirror of Maven Central, for building the image of Apache Kafka.',
    form: 'https://...',
    readers: ['tests'],
  }),
  BAOGONG_TEST_POSTGRES: own(database.optional(), {
    about: 'A PostgreSQL for the tests instead of one of their own.',
    form: 'postgres://superuser:password@host:5432/postgres',
    readers: ['tests'],
  }),
  BAOGONG_TEST_LOG: own(text.optional(), {
    about: 'The log level of services under test.',
    form: 'a level',
    readers: ['tests'],
    unset: 'silent',
  }),
});

export type SettingName = keyof typeof SETTINGS.shape;
export type Setting<N extends SettingName> = z.output<(typeof SETTINGS.shape)[N]>;
export type Environment = Record<string, string | undefined>;
