import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Databases } from './databases.js';

export interface Place {
  address: string;
  data: string;
  databases: Databases;
}

/** Where the whole that all files share runs. */
export function underTest(): Place {
  return JSON.parse(readFileSync(handedOn(), 'utf8')) as Place;
}

/** After a restart its database listens elsewhere. */
export function handOn(place: Place): Place {
  writeFileSync(handedOn(), JSON.stringify(place));
  return place;
}

export function placeOf(address: string, data: string): Place {
  const program = resolve(import.meta.dirname, 'print-databases.mjs');
  const printed = execFileSync(process.execPath, [program, data], { encoding: 'utf8' });
  return { address, data, databases: JSON.parse(printed) as Databases };
}

function handedOn(): string {
  const file = process.env['BAOGONG_ACCEPTANCE_PLACE'];
  if (!file) throw new Error('no instance: run with the configuration of infra/acceptance');
  return file;
}
