import { plain } from '../fields/plain.js';
import { UnreadableFile, type SheetRow } from './sheet.js';

/** A list we can read: the titles each field may have, and of which fields at least one must be there, group by group. */
export interface ListForm<F extends string> {
  titles: Record<F, readonly string[]>;
  needs: readonly (readonly F[])[];
}

/** One row below the header. */
export interface ListRecord<F extends string> {
  line: number;
  /** The line of the row right above, blank or not. */
  below: number;
  /** The first cell with something in it of the columns of this field, as it stands; empty when there is none. */
  cell(field: F): string;
}

export interface ListTable<F extends string> {
  headerLine: number;
  records: ListRecord<F>[];
  has(field: F): boolean;
  /** What the file itself calls the field; our first name for it where it has no such column. */
  title(field: F): string;
  /** Titles of columns that mean nothing to us. */
  unused: string[];
}

const HEADER_WITHIN = 30;
const TOTALS = /^(合计|总计|小计|total)/i;

/** Finds the header below whatever titles stand above it, in any order of columns, and the records below it. */
export function tableOf<F extends string>(rows: readonly SheetRow[], form: ListForm<F>): ListTable<F> {
  const heads = rows.slice(0, HEADER_WITHIN).map((row) => ({ row, at: columnsOf(row, form) }));
  const head = heads.find(({ at }) => form.needs.every((group) => group.some((field) => at[field].length > 0)));
  if (!head) throw new UnreadableFile(missing(heads, form));
  const { row, at } = head;
  const used = new Set(Object.values<number[]>(at).flat());
  const header = row.cells.map(plain);
  const start = rows.indexOf(row) + 1;
  const below = rows
    .slice(start)
    .map((each, index) => ({ ...each, below: rows[start + index - 1]!.line }))
    .filter(({ cells }) => holdsData(cells, header));
  return {
    headerLine: row.line,
    records: below.map(({ line, below, cells }) => ({
      line,
      below,
      cell: (field) => at[field].map((index) => cells[index] ?? '').find((cell) => plain(cell) !== '') ?? '',
    })),
    has: (field) => at[field].length > 0,
    title: (field) => header[at[field][0] ?? -1] ?? form.titles[field][0]!,
    unused: header.filter((title, index) => title !== '' && !used.has(index)),
  };
}

/** Blank lines, sums, and the header printed again on each page are no data. */
function holdsData(cells: readonly string[], header: readonly string[]): boolean {
  const texts = cells.map(plain);
  const first = texts.find((text) => text !== '');
  if (first === undefined || TOTALS.test(first)) return false;
  return !texts.every((text, index) => text === (header[index] ?? ''));
}

function columnsOf<F extends string>({ cells }: SheetRow, { titles }: ListForm<F>): Record<F, number[]> {
  const written = cells.map(titleOf);
  const found = (Object.entries(titles) as [F, readonly string[]][]).map(([field, names]) => {
    const known = new Set(names.map(titleOf));
    return [field, written.flatMap((title, index) => (known.has(title) ? [index] : []))];
  });
  return Object.fromEntries(found) as Record<F, number[]>;
}

/** `* 联系电话（手机）：` and `联系电话` are one title. */
const titleOf = (cell: string): string =>
  plain(cell)
    .toLowerCase()
    .replace(/\(.*?\)|[\s*:_./-]/g, '');

function missing<F extends string>(heads: { row: SheetRow; at: Record<F, number[]> }[], form: ListForm<F>): string {
  const known = ({ at }: { at: Record<F, number[]> }) =>
    Object.values<number[]>(at).filter(({ length }) => length > 0).length;
  const best = heads.reduce<(typeof heads)[number] | undefined>(
    (a, b) => (a && known(a) >= known(b) ? a : b),
    undefined,
  );
  const wanted = form.needs
    .filter((group) => !group.some((field) => best && known(best) > 0 && best.at[field].length > 0))
    .map((group) => group.map((field) => form.titles[field].slice(0, 3).join('/')).join(' or '));
  const where =
    best && known(best) > 0 ? `Line ${best.row.line} looks like the header, but it` : 'No header row was found: it';
  return `${where} lacks ${wanted.map((each) => `a column ${each}`).join(', and ')}. See docs/rosters.md for all titles.`;
}
