import { parseArgs } from 'node:util';

export interface DrillOptions {
  households: number;
  mode: 'embedded' | 'kafka';
  json?: string;
}

export const USAGE = `npm run drill -- [options]
  --households N  play with the first N of the 1,350 sample households (all of them unless told)
  --kafka         four processes over Apache Kafka instead of one process
  --json FILE     write the figures to FILE`;

const ALL = 1350;

export function parseOptions(argv: string[]): DrillOptions {
  const options = { households: { type: 'string' }, kafka: { type: 'boolean' }, json: { type: 'string' } } as const;
  const { values } = parseArgs({ args: argv, options });
  const households = Number(values.households ?? ALL);
  if (!Number.isInteger(households) || households < 30 || households > ALL) {
    throw new Error(`--households ${values.households}: give a whole number from 30 to ${ALL}`);
  }
  return { households, mode: values.kafka ? 'kafka' : 'embedded', ...(values.json ? { json: values.json } : {}) };
}
