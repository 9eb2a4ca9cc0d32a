import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTrouble, trouble, watchMemory, type Trouble } from '@baogong/operation';

const MB = 1024 * 1024;
/** A new cluster takes 80 MB, its log of changes grows to as much again before it is reused. */
const DISK_MB = 200;
/** Four services in one process: 150 to 300 MB of heap under load. */
const MEMORY_MB = 256;

/** Written first and taken away last by a restore. */
export const restoreMarker = (data: string): string => join(data, 'restore.json');

/** What the machine and the folder must be like, each fault told before anything is started. */
export function surroundingTroubles(data: string): Trouble[] {
  const found = [memoryTrouble(MEMORY_MB), diskTrouble(data), restoreTrouble(data)];
  return found.filter((one) => one !== undefined);
}

export function requireSurroundings(data: string): void {
  const [first] = surroundingTroubles(data);
  if (first) throw first;
}

function diskTrouble(data: string): Trouble | undefined {
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= DISK_MB) return undefined;
  return trouble('disk-full', { words: `${free} MB are free in ${data}; a start needs ${DISK_MB} MB.` });
}

function restoreTrouble(data: string): Trouble | undefined {
  return existsSync(restoreMarker(data)) ? trouble('restore-unfinished', { where: data }) : undefined;
}

const memoryNote = (data: string): string => join(data, 'memory-short');

export const memoryWasShort = (data: string): boolean => existsSync(memoryNote(data));

/** What an instance that ended without a word knew of its memory; told once. */
export function tellOldMemory(data: string, say: (line: string) => void): void {
  const note = memoryNote(data);
  if (!existsSync(note)) return;
  const how = readFileSync(note, 'utf8');
  rmSync(note);
  say(trouble('memory-exceeded', { who: 'The instance before this one', how, log: `${data}/log` }).message);
}

/** Says when memory is nearly out, and leaves word of it for the next start; returns how to stop. */
export function noteShortMemory(data: string, say: (line: string) => void): () => void {
  const stop = watchMemory((how) => {
    say(`Memory is nearly out: ${how}. If Baogong ends now, this is why: ${REMEDY}`);
    writeFileSync(memoryNote(data), how, { mode: 0o600 });
  });
  return () => {
    stop();
    rmSync(memoryNote(data), { force: true });
  };
}

const REMEDY = 'start it with NODE_OPTIONS=--max-old-space-size=2048, or raise the limit of the container.';
