import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client, type Acting } from '@baogong/client';
import { setting, trouble } from '@baogong/operation';
import { runningInstance } from '@baogong/start/running';
import type { Setting } from '../command.js';
import { dataFolder } from '../data-folder.js';
import { localIssuer } from '../issuer.js';

/** Options by which every list command says where to go, and with whose rights. */
export const SESSION_OPTIONS = {
  address: { type: 'string' },
  as: { type: 'string' },
  role: { type: 'string' },
  'token-file': { type: 'string' },
  data: { type: 'string' },
} as const;

export const SESSION_USAGE = `  --address URL      of the installation; the one that runs on the data folder unless told
  --as NAME          the actor whose rights are used, by the key of the installation on this machine
  --token-file FILE  or that actor's token (or BAOGONG_TOKEN, BAOGONG_TOKEN_FILE)
  --role ROLE        the role to act in, where the actor holds several
  --data DIR         the data folder, .baogong unless told`;

export type SessionValues = { [O in keyof typeof SESSION_OPTIONS]?: string | undefined };

/** Who acts, where: all that lists are brought in and out with is the public interface. */
export async function openSession(values: SessionValues, place: Setting): Promise<Acting> {
  const data = dataFolder(place, values.data);
  const address = values.address ?? runningInstance(data)?.url;
  if (address === undefined) throw trouble('nobody-running', { data });
  const token = await tokenOf(values, data, place);
  const client = new Client({ address: address.replace(/\/+$/, ''), tokenOf: () => token });
  return client.as(actorOf(token), values.role);
}

async function tokenOf(values: SessionValues, data: string, { root, env }: Setting): Promise<string> {
  const file = values['token-file'] ?? (values.as === undefined ? env['BAOGONG_TOKEN_FILE'] : undefined);
  if (file !== undefined) return readFileSync(resolve(root, file), 'utf8').trim();
  if (values.as !== undefined) return (await localIssuer(data, env)).sign(values.as);
  const given = setting(env, 'BAOGONG_TOKEN');
  if (given === undefined) throw trouble('no-rights-named', {});
  return given;
}

/** The name a token was made for; whether it is good is the installation's to say. */
function actorOf(token: string): string {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub?: unknown };
    return typeof claims.sub === 'string' ? claims.sub : '';
  } catch {
    return '';
  }
}
