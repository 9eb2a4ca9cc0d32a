import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile, type SheetRow } from './sheet.js';

const DELIMITERS = [',', ';', '\t'];
const LOOKED_AT = 20;

interface Told {
  record: string[];
  info: { lines: number };
}

/** The rows of a CSV text; a record with line breaks in its fields carries the number of its first line. */
export function csvRows(text: string): SheetRow[] {
  const options = {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  };
  let records: Told[];
  try {
    records = parse(text, options) as unknown as Told[];
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(sayingWhat(error)) : error;
  }
  let before = 0;
  return records.map(({ record, info }) => {
    const line = before + 1;
    before = info.lines;
    return { line, cells: record };
  });
}

/** The one that stands in most of the first lines, outside quotes; the comma first. */
function delimiterOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split('\n', LOOKED_AT);
  const counts = DELIMITERS.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function sayingWhat({ code, ['lines']: line }: CsvError & { lines?: number }): string {
  const where = line === undefined ? '' : ` (noticed in line ${line})`;
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? `A quotation mark " is opened and never closed${where}. Close it, or save the file from Excel again.`
    : `The file is not CSV that can be read: ${code}${where}. Save it from Excel again.`;
}
