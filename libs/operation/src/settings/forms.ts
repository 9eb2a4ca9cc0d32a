import { CONTEXTS, type Context } from '@baogong/contracts';
import { z } from 'zod';

const NEIGHBOURS_FORM = 'is not a list like orders=http://orders:3000,inventory=http://inventory:3000';

export const text = z.string();
export const database = z.string().regex(/^postgres(ql)?:\/\/[^\s]+$/, 'is not a postgres:// address');
export const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'does not hold 32 bytes in hexadecimal')
  .transform((hex): Uint8Array => Buffer.from(hex, 'hex'));
export const web = z.string().regex(/^https?:\/\/[^\s/]+/, 'is not an http address');
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port')
  .transform(Number)
  .refine((number) => number <= 65_535, 'is not a port');
export const seconds = z
  .string()
  .regex(/^\d{1,4}$/, 'is not a number of seconds')
  .transform(Number);
export const howMany = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'is not a number from 1 to 9999')
  .transform(Number);
export const list = z.string().transform((line) => listOf(line));
export const brokers = list.pipe(
  z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/, 'is not a list like host:9092,host:9092')).min(1),
);
export const publicKeys = list.pipe(
  z.array(z.string().regex(/^[0-9a-f]{64}$/i, 'is not a list of public keys, 32 bytes each in hexadecimal')).min(1),
);
export const neighbours = z.string().transform((line, context) => neighboursIn(line) ?? fail(context, NEIGHBOURS_FORM));

/** A service with several replicas is named once for each. */
function neighboursIn(line: string): Map<Context, string[]> | undefined {
  const entries = listOf(line).map((entry) => /^([a-z]+)=(https?:\/\/[^\s/]+)\/?$/.exec(entry)?.slice(1) ?? []);
  const known = entries.filter(([name]) => (CONTEXTS as readonly string[]).includes(name ?? ''));
  if (known.length !== entries.length) return undefined;
  const neighbours = new Map<Context, string[]>();
  for (const [name, url] of known as [Context, string][]) neighbours.set(name, [...(neighbours.get(name) ?? []), url]);
  return neighbours;
}

function fail(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

const listOf = (line: string): string[] =>
  line
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
