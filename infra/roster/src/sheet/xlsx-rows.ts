import readWorkbook from 'read-excel-file/node';
import { UnreadableFile, type SheetRow } from './sheet.js';

/** The rows of the first sheet that holds any; numbers as the digits that the file holds, dates as the clock on the wall shows them. */
export async function xlsxRows(bytes: Uint8Array): Promise<SheetRow[]> {
  const sheets = await readWorkbook(Buffer.from(bytes), { parseNumber: (digits: string) => digits, trim: false }).catch(
    () => {
      throw new UnreadableFile('The workbook cannot be read: it is damaged or protected. Save it from Excel again.');
    },
  );
  const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  return (filled?.data ?? []).map((row, index) => ({ line: index + 1, cells: row.map(written) }));
}

function written(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().replace('Z', '') : String(cell);
}
