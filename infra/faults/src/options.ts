import { parseArgs } from 'node:util';

export interface FaultsOptions {
  /** Of each fault. */
  runs: number;
  seed: number;
  only: string[] | undefined;
  planted: boolean;
  json?: string;
}

export const USAGE = `npm run faults -- [options]
  --runs N       so many runs of each fault (1 unless told)
  --seed S       the first of them has this seed, the next S+1 and so on (1 unless told)
  --only F1,F8   these faults alone; with --planted these bugs
  --planted      plants known bugs instead and shows by which invariant each is found
  --json FILE    write the figures to FILE`;

export function parseOptions(argv: readonly string[]): FaultsOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      planted: { type: 'boolean' },
      json: { type: 'string' },
    },
  });
  return {
    runs: whole('--runs', values.runs ?? '1'),
    seed: whole('--seed', values.seed ?? '1'),
    only: values.only?.split(',').map((id) => id.trim()),
    planted: values.planted === true,
    ...(values.json ? { json: values.json } : {}),
  };
}

/** @returns those that are named, in the order of all */
export function chosen<T extends { id: string }>(all: readonly T[], only: readonly string[] | undefined): T[] {
  const unknown = (only ?? []).filter((id) => !all.some((each) => each.id === id));
  if (unknown.length > 0) {
    throw new Error(`--only ${unknown.join(',')}: choose from ${all.map(({ id }) => id).join(', ')}`);
  }
  return all.filter(({ id }) => only === undefined || only.includes(id));
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 1_000_000) return number;
  throw new Error(`${option} ${text}: give a whole number from 1 to 1000000`);
}
