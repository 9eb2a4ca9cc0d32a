import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalIssuer, type LocalIssuer } from '@baogong/identity';
import { realIssuerIn, trouble } from '@baogong/operation';
import type { Setting } from './command.js';

/** The issuer whose key lies in the data folder; refused where a real one is configured, and before the first start. */
export async function localIssuer(data: string, env: Setting['env']): Promise<LocalIssuer> {
  if (realIssuerIn(env)) {
    throw trouble('issuer-configured', {});
  }
  const keyFile = join(data, 'keys', 'issuer.json');
  if (!existsSync(keyFile)) {
    throw trouble('no-installation', { data });
  }
  return createLocalIssuer(keyFile);
}
