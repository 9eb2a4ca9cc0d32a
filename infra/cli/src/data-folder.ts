import { resolve } from 'node:path';
import type { Setting } from './command.js';

/** The folder of --data, of BAOGONG_DATA or the usual one, as an absolute path. */
export function dataFolder({ root, env }: Pick<Setting, 'root' | 'env'>, asked: string | undefined): string {
  return resolve(root, asked ?? env['BAOGONG_DATA'] ?? '.baogong');
}
