import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginningOf, isAlive, pause } from './processes.js';
import { trouble } from '@baogong/operation';

type Holder = { pid: number; began: string; url?: string };
export type FolderLock = { announce(url: string): void; release(): void };

const SETTLE_MS = 30;

/** One instance per data folder. What a killed instance left behind does not count. */
export async function lockFolder(data: string): Promise<FolderLock> {
  makeFolder(data);
  const file = join(data, 'instance.lock');
  const mine: Holder = { pid: process.pid, began: beginningOf(process.pid) };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    refuseSecond(holderOf(file), data);
    if (!place(file, mine)) {
      setAside(file);
      continue;
    }
    // Two starters may have cleared the same remains: only one lock is left lying after a moment.
    await pause(SETTLE_MS);
    if (holderOf(file)?.pid === mine.pid) return heldLock(file, mine);
  }
  throw trouble('folder-locked', { data });
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o755 });
  } catch (error) {
    // ENOENT too: what Node tells of a file system that is read-only.
    throw trouble('folder-not-writable', { folder: data, code: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

function heldLock(file: string, mine: Holder): FolderLock {
  return {
    announce(url) {
      const aside = asideOf(file);
      writeFileSync(aside, JSON.stringify({ ...mine, url }));
      renameSync(aside, file);
    },
    release() {
      if (holderOf(file)?.pid === mine.pid) rmSync(file, { force: true });
    },
  };
}

/** The address of the instance that runs on this folder, if one does. */
export function runningInstance(data: string): Holder | undefined {
  const holder = holderOf(join(data, 'instance.lock'));
  return holder && holds(holder) ? holder : undefined;
}

function refuseSecond(holder: Holder | undefined, data: string): void {
  if (!holder || holder.pid === process.pid || !holds(holder)) return;
  const where = holder.url ? `, at ${holder.url}` : ' and is starting';
  throw trouble('already-running', { data, pid: holder.pid, where });
}

const holds = ({ pid, began }: Holder): boolean => isAlive(pid) && beginningOf(pid) === began;

function holderOf(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return Number.isSafeInteger(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function place(file: string, holder: Holder): boolean {
  const aside = asideOf(file);
  writeFileSync(aside, JSON.stringify(holder));
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(aside);
  }
}

function setAside(file: string): void {
  const aside = asideOf(file);
  try {
    renameSync(file, aside);
    unlinkSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

const asideOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}`;
