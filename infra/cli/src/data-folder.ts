import { resolve } from 'node:path';
import { setting } from '@baogong/operation';
import type { Setting } from './command.js';

/** The folder of --data, of BAOGONG_DATA or the usual one, as an absolute path. */
export function dataFolder({ root, env }: Pick<Setting, 'root' | 'env'>, asked: string | undefined): string {
  return resolve(root, asked ?? setting(env, 'BAOGONG_DATA'));
}
