import type { ZodError } from 'zod';
import { trouble } from '../troubles/trouble.js';
import { facts, SETTINGS, type Environment, type Setting, type SettingName } from './schema.js';

/** One setting, or what stands for it; a malformed one is a trouble that never repeats the value. */
export function setting<N extends SettingName>(environment: Environment, name: N): Setting<N> {
  const read = SETTINGS.shape[name].safeParse(environment[name] || undefined);
  if (read.success) return read.data as Setting<N>;
  throw trouble('settings', { problems: [`${name} ${problemOf(read.error)}`] });
}

export const problemOf = (error: ZodError): string => error.issues[0]?.message ?? 'is malformed';

/** Every name that something reads, those with `_FILE` included. */
export function settingNames(): string[] {
  const names = Object.keys(SETTINGS.shape) as SettingName[];
  return names.flatMap((name) => (facts.get(SETTINGS.shape[name])?.file === 'also' ? [name, `${name}_FILE`] : [name]));
}

/** One line for each `BAOGONG_*` variable that nothing reads, with the nearest name that something does. */
export function unknownSettings(environment: Environment): string[] {
  const known = settingNames();
  return Object.keys(environment)
    .filter((name) => name.startsWith('BAOGONG_') && !known.includes(name))
    .sort()
    .map((name) => `${name} is read by nothing. Is ${nearest(name, known)} meant? All: docs/configuration.md`);
}

export interface RealIssuer {
  issuer: string;
  audience: string;
  jwksUrl: string;
}

/** The issuer of a deployment: BAOGONG_ISSUER, BAOGONG_AUDIENCE and BAOGONG_JWKS_URL, all or none. */
export function realIssuerIn(environment: Environment): RealIssuer | undefined {
  const issuer = setting(environment, 'BAOGONG_ISSUER');
  const audience = setting(environment, 'BAOGONG_AUDIENCE');
  const jwksUrl = setting(environment, 'BAOGONG_JWKS_URL');
  if (!issuer && !audience && !jwksUrl) return undefined;
  if (issuer && audience && jwksUrl) return { issuer, audience, jwksUrl };
  const problems = ['BAOGONG_ISSUER, BAOGONG_AUDIENCE and BAOGONG_JWKS_URL belong together: set all of them or none'];
  throw trouble('settings', { problems });
}

function nearest(name: string, known: readonly string[]): string {
  const ranked = known.map((other) => [distance(name, other), other] as const);
  return ranked.sort(([left], [right]) => left - right)[0]?.[1] ?? '';
}

/** Levenshtein: how many letters must be put in, left out or changed. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...left].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...right].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
