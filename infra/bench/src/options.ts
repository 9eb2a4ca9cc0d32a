import { parseArgs } from 'node:util';

export interface BenchOptions {
  only: string[];
  quick: boolean;
  record: boolean;
  json?: string;
}

export const USAGE = `npm run bench -- [options]
  --only B1,B4  only these benchmarks
  --quick       less work and shorter rounds; each row says so
  --json FILE   write the rows to FILE
  --record      write the figures of a full run into docs/figures.md`;

/** @throws Error in words for the terminal */
export function parseOptions(argv: readonly string[], known: string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean' },
      record: { type: 'boolean' },
      json: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? known;
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: give one or more of ${known.join(', ')}`);
  if (values.quick && values.record) throw new Error('--record takes a full run, without --quick');
  return {
    only,
    quick: values.quick === true,
    record: values.record === true,
    ...(values.json ? { json: values.json } : {}),
  };
}
