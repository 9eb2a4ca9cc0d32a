import type { Row } from './community.js';

/** The made data has no quotes, commas or line breaks in its fields; anything else is refused rather than mangled. */
export function toCsv(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  for (const field of lines.flat()) if (/[",\n]/.test(field)) throw new Error(`field needs quoting: ${field}`);
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
}

export function fromCsv(text: string): Record<string, string>[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  const columns = head!.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, fields[index]!]));
  });
}
