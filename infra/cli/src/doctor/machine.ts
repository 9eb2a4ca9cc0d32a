import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memoryLimits, unknownSettings, type Environment } from '@baogong/operation';
import { memoryWasShort, portTrouble, requireFree, runningInstance, surroundingTroubles } from '@baogong/start';
import { look, note, ok, trouble, type Finding } from './finding.js';

const MB = 1024 * 1024;

/** What lies outside the databases: programs, memory, the folder and its disk, the port, the variables. */
export async function lookAtMachine(asked: { data: string; port: number; env: Environment }): Promise<Finding[]> {
  const { data, port, env } = asked;
  return [
    ok('node', process.versions.node),
    ...['java', 'mvn'].map(program),
    ...(await look('folder', () => folder(data))),
    ...(await look('start', () => start(data))),
    ...(memoryWasShort(data)
      ? [note('memory', 'was nearly out: if the last instance ended without a word, this is why')]
      : []),
    ...(await look('port', () => freePort(data, port))),
    ...unknownSettings(env).map((line) => note('settings', line)),
  ];
}

function program(name: string): Finding {
  const found = spawnSync(name, ['-version'], { stdio: 'ignore' }).error === undefined;
  return found ? ok(name, 'is there') : note(name, 'is missing: needed for npm run start:kafka without BAOGONG_KAFKA');
}

/** Written to for a moment, for rights and file systems do not tell all. */
function folder(data: string): Finding[] {
  const near = nearest(data);
  rmdirSync(mkdtempSync(join(near, '.baogong-doctor-')));
  return [existsSync(data) ? ok('folder', data) : note('folder', `${data} is not there yet; ${near} can be written`)];
}

function start(data: string): Finding[] {
  const near = nearest(data);
  const troubles = surroundingTroubles(near).map((found) => trouble(found.code ?? 'start', found));
  if (troubles.length > 0) return troubles;
  const { bavail, bsize } = statfsSync(near);
  const { heapMb, containerMb } = memoryLimits();
  const container = containerMb === undefined ? '' : `, ${containerMb} MB in the container`;
  return [
    ok('disk', `${Math.floor((bavail * bsize) / MB)} MB free`),
    ok('memory', `up to ${heapMb} MB of heap${container}`),
  ];
}

async function freePort(data: string, port: number): Promise<Finding[]> {
  const running = runningInstance(data);
  if (running) return [ok('port', `Baogong runs (process ${running.pid}) at ${running.url ?? 'an address to come'}`)];
  try {
    await requireFree(port, '127.0.0.1');
    return [ok('port', `${port} is free`)];
  } catch (error) {
    return [trouble('port', portTrouble(error, port, '127.0.0.1') ?? error)];
  }
}

function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
