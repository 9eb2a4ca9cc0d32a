import { DATABASE } from './database.js';
import { MACHINE } from './machine.js';
import { BACKUP } from './backup.js';
import { LISTS } from './lists.js';
import { START } from './start.js';

/** Everything a person can put right, by its code; `docs/troubles.md` is written from it. */
export const TROUBLES = { ...MACHINE, ...START, ...DATABASE, ...BACKUP, ...LISTS };

export type TroubleCode = keyof typeof TROUBLES;
export type ArgumentsOf<C extends TroubleCode> = (typeof TROUBLES)[C]['example'];
