import writeWorkbook from 'write-excel-file/node';

export type Cells = (string | number | null)[][];

/** A workbook as Excel holds it: digits that look like a number are a number there. */
export async function workbookOf(rows: Cells): Promise<Uint8Array> {
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  return new Uint8Array(await writeWorkbook(data as never).toBuffer());
}

export const csvOf = (rows: Cells): string =>
  rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** GBK, the two-byte part of GB18030, made by asking the decoder what each pair of bytes means. */
export function gb18030(text: string): Uint8Array {
  const pairs = new Map<string, [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]));
}
