import fc from 'fast-check';
import { csvOf, gb18030, workbookOf } from '../testing/files.js';
import { readSheet } from './read-sheet.js';

const rows = [
  ['姓名', '电话', '备注'],
  ['张三', '13812345678', '两个\n孩子, "双胞胎"'],
  ['', '', ''],
  ['李四', '１３９', '无'],
];
const text = csvOf(rows);
const utf8 = (content: string) => new TextEncoder().encode(content);

describe('a file of a property firm', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', gb18030(text), 'gb18030'],
    ['UTF-16, "Unicode text" of Excel', Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16le'],
  ])('is read as %s: quotes, line breaks within fields, blank lines', async (_name, bytes, format) => {
    const sheet = await readSheet(bytes);
    expect(sheet.format).toBe(format);
    expect(sheet.rows.map(({ cells }) => cells)).toEqual(rows);
    expect(sheet.rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
  });

  it('is read as a workbook, numbers with all their digits', async () => {
    const bytes = await workbookOf([['花园小区'], [], ['姓名', '电话'], ['张三', 13812345678]]);
    const { format, rows } = await readSheet(bytes);
    expect([format, rows.map(({ line, cells }) => [line, ...cells])]).toEqual([
      'xlsx',
      [
        [1, '花园小区', ''],
        [2, '', ''],
        [3, '姓名', '电话'],
        [4, '张三', '13812345678'],
      ],
    ]);
  });

  it.each([';', '\t'])('may separate by %j', async (delimiter) => {
    const { rows } = await readSheet(utf8(`name${delimiter}room\nAnn, B.${delimiter}302`));
    expect(rows[1]!.cells).toEqual(['Ann, B.', '302']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '.xlsx'],
    ['a broken workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), 'damaged'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xff, 0x00, 0xff), 'neither'],
    ['a quote never closed', utf8('name,room\n"Ann,302\nBob,303\n'), 'never closed'],
  ])('is refused with what to do: %s', async (_name, bytes, told) => {
    await expect(readSheet(bytes)).rejects.toThrow(told);
  });

  it('says of any CSV what was written into it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', ',', '\n', ' ', '１', ';') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (table) => {
        const head = ['姓名', '房号'];
        const { rows } = await readSheet(utf8(csvOf([head, ...table])));
        expect(rows.map(({ cells }) => cells)).toEqual([head, ...table]);
      }),
    );
  });
});
