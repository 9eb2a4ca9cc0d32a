import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@baogong/observability';
import type { Log, LoggerOptions } from '@baogong/observability';
import { setting } from '@baogong/operation';
import { appendLines } from './append-lines.js';

export type Logs = {
  folder: string;
  destination: NonNullable<LoggerOptions['destination']>;
  logger(service: string): Log;
};

const ROTATE_BYTES = 20 * 1024 * 1024;

/** JSON lines in the data folder, so that the terminal stays for people; BAOGONG_LOG=stdout for those who collect them. */
export function openLogs(data: string): Logs {
  const folder = join(data, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of ['baogong.log', 'postgres.log']) rotate(join(folder, name));
  const destination =
    setting(process.env, 'BAOGONG_LOG') === 'stdout' ? process.stdout : appendLines(join(folder, 'baogong.log'));
  return { folder, destination, logger: (service) => createLogger({ service, destination }) };
}

function rotate(file: string): void {
  if (existsSync(file) && statSync(file).size > ROTATE_BYTES) renameSync(file, `${file}.1`);
}
