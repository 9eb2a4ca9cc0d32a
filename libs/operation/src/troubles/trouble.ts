import { TROUBLES, type ArgumentsOf, type TroubleCode } from './catalogue.js';

/** What a person can put right: said in plain words, without a stack, and with an exit code that is not zero. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
    readonly code?: TroubleCode,
  ) {
    super(message);
    this.name = 'Trouble';
  }
}

export function trouble<C extends TroubleCode>(code: C, told: ArgumentsOf<C>): Trouble {
  const { says, exit } = TROUBLES[code] as unknown as { exit: number; says(told: ArgumentsOf<C>): string };
  return new Trouble(says(told), exit, code);
}

/** What to say of an error, and with which code to end. A fault that no person can put right keeps its stack. */
export function explain(error: unknown): { text: string; exitCode: number } {
  const known = knownTrouble(error);
  if (known) return { text: known.message, exitCode: known.exitCode };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `Baogong stopped because of an unexpected fault.\n${text}`, exitCode: 70 };
}

const FULL = new Set(['ENOSPC', '53100']);
const UNWRITABLE = new Set(['EACCES', 'EROFS', 'ENOTDIR', 'EPERM']);

/** The trouble behind an error of the operating system or of PostgreSQL, if it is one that people can put right. */
export function knownTrouble(error: unknown): Trouble | undefined {
  if (error instanceof Trouble) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, path = 'the data folder' } = error as NodeJS.ErrnoException;
  if (code !== undefined && FULL.has(code)) return trouble('disk-full', { words: error.message });
  if (code !== undefined && UNWRITABLE.has(code)) {
    return trouble('folder-not-writable', { folder: path, code });
  }
  return error.cause === undefined ? undefined : knownTrouble(error.cause);
}
