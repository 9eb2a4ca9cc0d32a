import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { trouble } from '@baogong/operation';
import type { Lines } from './lines.js';
import type { FileEntry } from './manifest.js';

/** Counts and digests what passes. */
class Sum extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  hex(): string {
    return this.hash.digest('hex');
  }
}

/** Rows into a compressed file; only a few blocks are in memory at a time. */
export async function writeRows(rows: Readable, lines: Lines, { folder, file }: Place): Promise<FileEntry> {
  const sum = new Sum();
  const target = createWriteStream(join(folder, file), { mode: 0o600, flush: true });
  await pipeline(rows, lines, createGzip({ level: 3 }), sum, target);
  return { file, bytes: sum.bytes, sha256: sum.hex() };
}

/** Rows out of a compressed file that is as it was written, and into whoever takes them. */
export async function readRows(folder: string, entry: FileEntry, [lines, target]: [Lines, Writable]): Promise<void> {
  const sum = new Sum();
  try {
    await pipeline(createReadStream(join(folder, entry.file)), sum, createGunzip(), lines, target);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/^(Z_|ENOENT)/.test(code)) throw trouble('backup-damaged', { what: `${entry.file} (${code})` });
    throw error;
  }
  requireSame(entry, sum.hex());
}

export function requireSame({ file, sha256 }: FileEntry, found: string): void {
  if (found === sha256) return;
  throw trouble('backup-damaged', { what: `${file}: its SHA-256 is not the one of the manifest` });
}

type Place = { folder: string; file: string };
