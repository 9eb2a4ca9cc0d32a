import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withFolderLock } from './folder-lock.js';

export const KAFKA_VERSION = '4.3.0';
const LOCK_WAIT_MS = 180_000;

/** The folder with the broker's jars, fetched from Maven's registry once for a workspace. */
export async function kafkaJars(): Promise<string> {
  requireTool('java', '-version');
  const root = workspaceRoot();
  const jars = join(root, '.cache', `kafka-${KAFKA_VERSION}`);
  if (existsSync(jars)) return jars;
  mkdirSync(join(root, '.cache'), { recursive: true });
  await withFolderLock(`${jars}.lock`, LOCK_WAIT_MS, async () => {
    if (!existsSync(jars)) await fetchJars(join(root, 'infra', 'start', 'kafka', 'pom.xml'), jars);
  });
  return jars;
}

export function workspaceRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nx.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no nx.json above this file: the workspace root is unknown');
    folder = parent;
  }
  return folder;
}

async function fetchJars(pom: string, target: string): Promise<void> {
  requireTool('mvn', '-v');
  // A half-filled folder must never look like the whole: it gets its name only when complete.
  const partial = `${target}.${process.pid}`;
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`];
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...goal], { timeout: LOCK_WAIT_MS });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function requireTool(command: string, flag: string): void {
  if (spawnSync(command, [flag], { stdio: 'ignore' }).error === undefined) return;
  throw new Error(`${command} is missing: the local Kafka needs "apt-get install default-jre-headless maven"`);
}
