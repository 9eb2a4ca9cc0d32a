import { createHash } from 'node:crypto';
import { copyFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { requireSame } from './files.js';
import type { FileEntry } from './manifest.js';

/** Beside databases and keys: that the sample community is in, so that it does not come in once more. */
export const OTHERS = ['sample.json'];

/** Copies the files of a folder, readable by their user only. */
export function keepFiles(from: string, to: string, names?: readonly string[]): FileEntry[] {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const present = (names ?? readdirSync(from)).filter((name) => existsSync(join(from, name)));
  const files = present.filter((name) => statSync(join(from, name)).isFile() && !name.endsWith('.new'));
  return files.map((name) => {
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
    return { file: `${basename(to)}/${name}`, ...factsOf(join(to, name)) };
  });
}

/** Copies files of a backup back, each as the manifest tells it. */
export function bringFiles(backup: string, files: readonly FileEntry[], to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of files) {
    requireWhole(backup, entry);
    copyFileSync(join(backup, entry.file), join(to, basename(entry.file)));
    chmodSync(join(to, basename(entry.file)), 0o600);
  }
}

export function requireWhole(backup: string, entry: FileEntry): void {
  const path = join(backup, entry.file);
  requireSame(entry, existsSync(path) ? factsOf(path).sha256 : 'missing');
}

function factsOf(path: string): { bytes: number; sha256: string } {
  const content = readFileSync(path);
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
