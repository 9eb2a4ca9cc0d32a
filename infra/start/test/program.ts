import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const PATIENCE_MS = 120_000;

export type Program = {
  pid: number;
  said(): string;
  heard(words: string | RegExp): Promise<string>;
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
};
export type Running = { nodeOptions?: string[]; environment?: Record<string, string> };

/** `npm start -- ARGV` without npm, which adds nothing but a process. */
export function start(argv: readonly string[], { nodeOptions = [], environment = {} }: Running = {}): Program {
  return watched([...nodeOptions, resolve(ROOT, 'infra/start/pre.mjs'), ...argv], environment);
}

function watched(argv: readonly string[], environment: Record<string, string>): Program {
  const { npm_lifecycle_event: _npm, ...own } = process.env;
  const child: ChildProcess = spawn(process.execPath, argv, { env: { ...own, ...environment }, cwd: '/' });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (words += text.toString()));
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)));
  return {
    pid: child.pid ?? 0,
    said: () => words,
    ended,
    kill: (signal) => void child.kill(signal),
    async heard(wanted) {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
        if (typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words)) return words;
        if (child.exitCode !== null) break;
        await new Promise((later) => setTimeout(later, 50));
      }
      throw new Error(`did not say ${String(wanted)}:\n${words}`);
    },
  };
}

export const addressIn = (words: string): string => /answers at (http:\S+)/.exec(words)?.[1] ?? '';
