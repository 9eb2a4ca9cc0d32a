import { join } from 'node:path';
import { createLocalIssuer } from '@baogong/identity';
import { explain, realIssuerIn, setting, trouble } from '@baogong/operation';
import { markDrills } from '../distributed/mark-drills.js';
import { makeDatabases } from '../postgres/databases.js';
import { pause } from '../processes.js';
import { databasesIn, makeSecrets, superuserUrl } from './secrets.js';
import type { SecretHolder } from './secrets.js';

const USAGE = `setup secrets      makes every secret of the installation, once
setup databases    makes the databases and the roles that open them
setup token NAME   prints a token for one actor, such as do-1, signed by the local key`;

const FOLDER = '/secrets';
const DATABASE_HOST = 'postgres:5432';
/** Of the official images: postgres has a user of its own, Node's is ours. */
const POSTGRES_USER = 999;
const OUR_USER = 1000;
const DATABASE_PATIENCE_MS = 60_000;
const LOOK_MS = 500;

const userOf = (holder: SecretHolder): number => (holder === 'postgres' ? POSTGRES_USER : OUR_USER);

const COMMANDS: Record<string, (name: string | undefined) => Promise<void>> = {
  secrets: () => makeSecrets({ folder: FOLDER, databaseHost: DATABASE_HOST, userOf }),
  databases: prepareDatabases,
  token: printToken,
};

async function prepareDatabases(): Promise<void> {
  const databases = databasesIn(FOLDER);
  await onceItAnswers(() => makeDatabases(superuserUrl(FOLDER, DATABASE_HOST), [...databases.values()]));
  databases.delete('keys');
  if (setting(process.env, 'BAOGONG_DRILL') === 'true') await markDrills([...databases.values()]);
}

/** The health check of the database may have been met by its first start, which ends before the real one. */
async function onceItAnswers(work: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + DATABASE_PATIENCE_MS; ; await pause(LOOK_MS)) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      const passing = code === 'ECONNREFUSED' || code === 'ECONNRESET' || code?.startsWith('57P') === true;
      if (!passing || Date.now() > end) throw error;
    }
  }
}

async function printToken(name: string | undefined): Promise<void> {
  if (!name) throw trouble('options', { words: USAGE });
  if (realIssuerIn(process.env)) {
    throw trouble('options', { words: 'An issuer is configured (BAOGONG_ISSUER): tokens come from there.' });
  }
  const issuer = await createLocalIssuer(join(FOLDER, 'operator', 'issuer.json'));
  process.stdout.write(`${await issuer.sign(name)}\n`);
}

try {
  const [command = '', name] = process.argv.slice(2);
  const work = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!work) throw trouble('options', { words: USAGE });
  await work(name);
} catch (error) {
  const { text, exitCode } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}
