import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trouble } from '@baogong/operation';
import {
  installedDatabasesWithKeys,
  lockFolder,
  removeAll,
  restoreMarker,
  runningInstance,
  withStoppedDatabases,
} from '@baogong/start';
import { backUp, type Backup } from './back-up.js';
import { bringFiles, keepFiles } from './key-files.js';
import { readManifest } from './manifest.js';
import type { Places } from './places.js';
import { readableBackup, restoreDatabases } from './restore.js';
import { verifyDatabases, type Verified } from './verify.js';

type Say = (line: string) => void;
const APP_ROLE = 'baogong_app';

export interface InstallationBackup {
  data: string;
  target: string;
  withKeys: boolean;
  say: Say;
}

/** Of an installation of our own, while it runs or while it is stopped. */
export function backUpInstallation({ data, target, withKeys, say }: InstallationBackup): Promise<Backup> {
  const keys = withKeys ? join(data, 'keys') : undefined;
  return withDatabasesOf(data, (places) => backUp({ places, target, keys, data, say }));
}

export function verifyInstallation(data: string, say: Say): Promise<Verified[]> {
  return withDatabasesOf(data, (places) => verifyDatabases(places, say));
}

/** Those of a running instance, or of a stopped one whose database alone is started for the work. */
export async function withDatabasesOf<T>(data: string, work: (places: Places) => Promise<T>): Promise<T> {
  if (!existsSync(join(data, 'keys'))) throw trouble('no-installation', { data });
  if (runningInstance(data)) return work(new Map(Object.entries(installedDatabasesWithKeys(data))));
  if (existsSync(restoreMarker(data))) throw trouble('restore-unfinished', { where: data });
  const lock = await lockFolder(data);
  try {
    return await withStoppedDatabases(data, work);
  } finally {
    lock.release();
  }
}

export interface InstallationRestore {
  backup: string;
  data: string;
  /** The key folder for a backup that was made without keys. */
  keys: string | undefined;
  say: Say;
}

/** Into an empty folder, or one where a restore was broken off. */
export async function restoreInstallation({ backup, data, keys, say }: InstallationRestore): Promise<void> {
  // What is missing or in the way is told before the long look at every row.
  if (readManifest(backup).keys.length === 0 && !keys) throw trouble('backup-without-keys', { folder: backup });
  const half = existsSync(restoreMarker(data));
  if (!half && existsSync(data) && readdirSync(data).length > 0) throw trouble('restore-not-empty', { where: data });
  const manifest = await readableBackup(backup, say);
  mkdirSync(data, { recursive: true, mode: 0o755 });
  const lock = await lockFolder(data);
  try {
    if (half) await removeAll(data);
    writeFileSync(restoreMarker(data), JSON.stringify({ backup, begun: new Date().toISOString() }), { mode: 0o600 });
    if (manifest.keys.length > 0) bringFiles(backup, manifest.keys, join(data, 'keys'));
    else keepFiles(keys ?? '', join(data, 'keys'));
    await withStoppedDatabases(data, (places) =>
      restoreDatabases(manifest, { backup, places, appRole: APP_ROLE, say }),
    );
    bringFiles(backup, manifest.others, data);
    rmSync(restoreMarker(data));
  } finally {
    lock.release();
  }
}
