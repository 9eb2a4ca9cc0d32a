const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, in its full-width forms too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** A number is ours and written as it is; a text may have been typed by anybody. */
export type CellOut = string | number | null | undefined;

/** CSV that Excel opens rightly, in UTF-8 with its mark; what would be a formula is put as text (CWE-1236). */
export function excelCsv(titles: readonly string[], rows: readonly (readonly CellOut[])[]): string {
  const lines = [titles, ...rows].map((cells) => cells.map(written).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function written(cell: CellOut): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
