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
};
