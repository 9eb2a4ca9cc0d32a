import { parseArgs } from 'node:util';

export interface DrillOptions {
  households: number;
  mode: 'embedded' | 'kafka';
  kill: boolean;
  communities: number;
  json?: string;
}

export const USAGE = `npm run drill -- [options]
  --households N  play with the first N of the 1,350 sample households (all of them unless told)
  --kafka         four processes over Apache Kafka instead of one process
  --kill          kill -9 in the middle of the rush and again in the allocation; with --kafka the broker too
  --communities N N communities' rush on one instance instead: 1,080 orders each, offered within a minute
  --json FILE     write the figures to FILE`;

const ALL = 1350;
const FEWEST = 30;
const MOST_COMMUNITIES = 1000;

export function parseOptions(argv: string[]): DrillOptions {
  const options = {
    households: { type: 'string' },
    kafka: { type: 'boolean' },
    kill: { type: 'boolean' },
    communities: { type: 'string' },
    json: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args: argv, options });
  return {
    households: whole('--households', values.households ?? String(ALL), { least: FEWEST, most: ALL }),
    communities: whole('--communities', values.communities ?? '1', { least: 1, most: MOST_COMMUNITIES }),
    kill: values.kill === true,
    mode: values.kafka ? 'kafka' : 'embedded',
    ...(values.json ? { json: values.json } : {}),
  };
}

function whole(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option} ${text}: give a whole number from ${least} to ${most}`);
}
