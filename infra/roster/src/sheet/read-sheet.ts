import { csvRows } from './csv-rows.js';
import { decodeText, type DecodedText } from './decode-text.js';
import { UnreadableFile, type SheetRow } from './sheet.js';
import { xlsxRows } from './xlsx-rows.js';

export interface Sheet {
  format: 'xlsx' | DecodedText['encoding'];
  rows: SheetRow[];
}

const BYTES_MAX = 20 * 1024 * 1024;

/**
 * What a file holds, told by its first bytes and not by its name.
 * @throws UnreadableFile with what to do
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty.');
  if (bytes.length > BYTES_MAX) throw new UnreadableFile('The file is larger than 20 MB: split it.');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { format: 'xlsx', rows: await xlsxRows(bytes) };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableFile(
      'This is an old Excel file (.xls) or a protected one: save it as "Excel workbook (.xlsx)".',
    );
  }
  const { text, encoding } = decodeText(bytes);
  return { format: encoding, rows: csvRows(text) };
}

const startsWith = (bytes: Uint8Array, head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
