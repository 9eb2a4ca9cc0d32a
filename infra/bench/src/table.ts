import type { Row } from './row.js';

/** One block per row, for people: ours, then each of the others with the ratio and what it should be. */
export function tableOf(rows: Row[]): string {
  return rows.map(blockOf).join('\n\n');
}

function blockOf(row: Row): string {
  const head = `${row.id}  ${row.what}, ${row.unit} (${row.conditions}): ${verdictOf(row)}`;
  const ceiling = row.targets['atMost'];
  const lines = [lineOf('ours', row.ours, spreadOf(row, 'ours') + (ceiling ? `  at most ${ceiling}` : ''))];
  for (const [name, value] of Object.entries({ ...row.peers, ...row.limits })) {
    const target = row.targets[name];
    const ratio = `x ${row.ratios[name]}${target === undefined ? '' : `, at least ${target}`}`;
    lines.push(lineOf(name in row.limits ? `${name} (limit)` : name, value, `${spreadOf(row, name)}  ${ratio}`));
  }
  return [head, ...lines].join('\n');
}

function verdictOf({ targets, met }: Row): string {
  if (Object.keys(targets).length === 0) return 'no target';
  return met ? 'met' : 'MISSED';
}

function spreadOf({ spread }: Row, name: string): string {
  const [least, most] = spread[name] ?? [0, 0];
  return `${number(least)} to ${number(most)}`.padEnd(20);
}

const number = (value: number) => value.toLocaleString('en-US');

const lineOf = (name: string, value: number, rest: string) =>
  `    ${name.padEnd(28)}${number(value).padStart(10)}  ${rest}`.trimEnd();
