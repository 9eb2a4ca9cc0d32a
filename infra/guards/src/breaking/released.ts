import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the folder of the newest release whose documents are kept */
export function newestRelease(root: string): string {
  const folder = join(root, 'docs/released');
  const versions = readdirSync(folder).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error(`${folder} keeps no release`);
  return join(folder, newest);
}

export const readDocument = <D>(folder: string, name: string): D =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as D;
