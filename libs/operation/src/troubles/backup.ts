import { entry, EXIT } from './entry.js';

/** Of backup, restore and verify. */
export const BACKUP = {
  'no-installation': entry({
    exit: EXIT.failed,
    example: { data: '.baogong' },
    says: ({ data }) => `There is no installation in ${data} yet: run npm start once, or name its --data DIR.`,
  }),
  'backup-exists': entry({
    exit: EXIT.failed,
    example: { folder: 'backups/monday' },
    says: ({ folder }) => `${folder} is there already: name a folder that is not. A backup never overwrites anything.`,
  }),
  'backup-incomplete': entry({
    exit: EXIT.failed,
    example: { folder: 'backups/monday.part' },
    says: ({ folder }) =>
      `${folder} is not a whole backup: it has no manifest, which is written last. The backup was broken off, or this is another folder.\n` +
      'Use an older backup; a half one can be deleted.',
  }),
  'backup-damaged': entry({
    exit: EXIT.failed,
    example: { what: 'orders/es.event.copy.gz: its SHA-256 is not the one of the manifest' },
    says: ({ what }) => `The backup is damaged: ${what}.\nUse another backup; nothing was changed by this one.`,
  }),
  'backup-newer': entry({
    exit: EXIT.configuration,
    example: { version: '0.2.0', what: 'orders: Orders1790000000000' },
    says: ({ version, what }) =>
      `The backup was made by a newer Baogong (${version}), which knows what this one does not: ${what}.\nRestore it with that version or a newer one.`,
  }),
  'backup-without-keys': entry({
    exit: EXIT.failed,
    example: { folder: 'backups/monday' },
    says: ({ folder }) =>
      `${folder} was made without keys. Name the folder that holds them: --keys DIR (a copy of keys/ of the installation).`,
  }),
  'restore-not-empty': entry({
    exit: EXIT.failed,
    example: { where: '.baogong' },
    says: ({ where }) =>
      `${where} is not empty: a restore never overwrites anything.\nName an empty folder (--data DIR) or empty databases.`,
  }),
  'chain-broken': entry({
    exit: EXIT.failed,
    example: { where: 'orders, shard 3, position 17' },
    says: ({ where }) => `The log does not recompute at ${where}: an event there was changed, lost or put in.`,
  }),
  'backup-ahead': entry({
    exit: EXIT.failed,
    example: { where: 'orders reads inventory shard 3 up to 18, whose log ends at 17' },
    says: ({ where }) => `The databases are not of one moment: ${where}.`,
  }),
  'backup-busy': entry({
    exit: EXIT.unavailable,
    example: { seconds: 10 },
    says: ({ seconds }) =>
      `The databases could not be held still within ${seconds} s: a transaction keeps them busy. Nothing was stopped; try again.`,
  }),
};
