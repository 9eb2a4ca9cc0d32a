import type { Command } from './command.js';

export interface Listed {
  purpose: string;
  /** Loaded when it is called, so that no command waits for, or breaks with, what only another one needs. */
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, Listed>> = {
  token: {
    purpose: 'print a token for one actor of this installation',
    load: async () => (await import('./commands/token.js')).token,
  },
  import: {
    purpose: 'bring in a roster of households, a list of offers or of stations',
    load: async () => (await import('./commands/import.js')).importList,
  },
  export: {
    purpose: 'write a list that one may read as CSV for Excel',
    load: async () => (await import('./commands/export.js')).exportList,
  },
  backup: {
    purpose: 'write everything of one moment into a folder',
    load: async () => (await import('./commands/backup.js')).backup,
  },
  restore: {
    purpose: 'bring a backup into an empty installation',
    load: async () => (await import('./commands/restore.js')).restore,
  },
  verify: {
    purpose: 'recompute every digest of a backup or an installation',
    load: async () => (await import('./commands/verify.js')).verify,
  },
  ledger: {
    purpose: 'check the books of an installation independently of its services',
    load: async () => (await import('./commands/ledger.js')).ledger,
  },
  bulletin: {
    purpose: 'check the public bulletins by their pages alone',
    load: async () => (await import('./commands/bulletin.js')).bulletin,
  },
  parked: {
    purpose: 'see events that could not be applied, replay them or leave them out',
    load: async () => (await import('./commands/parked.js')).parked,
  },
  rebuild: {
    purpose: 'make a read model anew from the log, while everything runs',
    load: async () => (await import('./commands/rebuild.js')).rebuild,
  },
  doctor: {
    purpose: 'say what is in the way of a start, and how to put it right',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
};
