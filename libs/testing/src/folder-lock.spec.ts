import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFolderLock } from './folder-lock.js';

describe('a folder that is held', () => {
  const home = mkdtempSync(join(tmpdir(), 'baogong-lock-'));
  const folder = join(home, 'held');
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('lets its holders in one after the other', async () => {
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} in`);
      await sleep(50);
      seen.push(`${name} out`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => withFolderLock(folder, 5_000, work(name))));
    expect(seen).toHaveLength(6);
    for (let at = 0; at < 6; at += 2) expect(seen[at + 1]).toBe(seen[at]?.replace('in', 'out'));
    expect(existsSync(folder)).toBe(false);
  });

  it('is taken over from an owner that died', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(gone));
    let worked = false;
    await withFolderLock(folder, 5_000, async () => {
      worked = true;
    });
    expect(worked).toBe(true);
  });

  it('says what to do when its owner holds it for too long', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    await expect(withFolderLock(folder, 300, async () => {})).rejects.toThrow('remove it if nobody fetches');
  });
});
