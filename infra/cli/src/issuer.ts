import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalIssuer, realIssuerFrom, type LocalIssuer } from '@baogong/identity';
import { Trouble } from '@baogong/start/trouble';
import type { Setting } from './command.js';

/** The issuer whose key lies in the data folder; refused where a real one is configured, and before the first start. */
export async function localIssuer(data: string, env: Setting['env']): Promise<LocalIssuer> {
  if (realIssuerFrom(env)) {
    throw new Trouble(
      'An issuer is configured (BAOGONG_ISSUER): tokens come from there, the local issuer is refused beside it.',
    );
  }
  const keyFile = join(data, 'keys', 'issuer.json');
  if (!existsSync(keyFile)) {
    throw new Trouble(`There is no installation in ${data} yet: run npm start once, or name its --data DIR.`);
  }
  return createLocalIssuer(keyFile);
}
