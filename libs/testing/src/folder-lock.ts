import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work while nobody else, in this process or another, holds the folder. A folder whose owner died is taken over.
 *
 * @param folder a path that does not exist while nobody holds it
 * @param waitMs how long to wait for another owner, in milliseconds; then it throws
 */
export async function withFolderLock(folder: string, waitMs: number, work: () => Promise<void>): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  while (!tryLock(folder)) {
    if (Date.now() > giveUpAt) throw new Error(`${folder} is held for too long; remove it if nobody fetches`);
    await sleep(200);
  }
  try {
    await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryLock(folder: string): boolean {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (ownerIsGone(join(folder, 'pid'))) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function ownerIsGone(pidFile: string): boolean {
  // Between mkdir and write there is no file yet: the owner lives.
  if (!existsSync(pidFile)) return false;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function isCode(error: unknown, code: string): boolean {
  // Under jest an error of node:fs is of another realm, so instanceof would not know it.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
