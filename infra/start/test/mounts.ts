import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small or read-only; undefined where this user may not mount. */
export function mountTmpfs(options: string): { folder: string; unmount(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'baogong-mount-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) {
    rmSync(folder, { recursive: true });
    // Root can mount unless a container denies it; where it could and does not, the test fails on purpose.
    if (process.env['CI'] === 'true' && process.getuid?.() === 0) throw new Error('mount does not work here');
    process.stderr.write('not tried here: this user may not mount a file system\n');
    return undefined;
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
