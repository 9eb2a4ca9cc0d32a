import { excelCsv } from '@baogong/disclosure';
import fc from 'fast-check';
import { plain } from '../fields/plain.js';
import { spacedTelephone } from '../fields/spaced-telephone.js';
import { readTelephone } from '../fields/telephone.js';
import { readSheet } from './read-sheet.js';

const bytesOf = (csv: string) => new TextEncoder().encode(csv);

describe('CSV for Excel', () => {
  it('has its mark, its line ends and quotes where they are needed', () =>
    expect(
      excelCsv(
        ['姓名', '备注'],
        [
          ['张三', 'a "b", c'],
          ['李四', null],
          ['-', -5],
        ],
      ),
    ).toBe('\uFEFF姓名,备注\r\n张三,"a ""b"", c"\r\n李四,\r\n"\'-",-5\r\n'));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x', '\n=1'])(
    'lets no formula in: %j',
    async (text) => {
      const { rows } = await readSheet(bytesOf(excelCsv(['a', 'b'], [[text, '']])));
      expect(rows[1]!.cells[0]).toBe(`'${text}`);
    },
  );

  it('gives back any text through reading it again, and no cell begins as a formula', async () => {
    const unit = fc.constantFrom('=', '+', '-', '@', 'a', '张', ' ', ',', '"', '\n', '1', "'");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 6 }), { minLength: 2, maxLength: 2 }), async (cells) => {
        const { rows } = await readSheet(bytesOf(excelCsv(['a', 'b'], [cells])));
        const told = rows[1]!.cells;
        expect(told.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        expect(told.map(plain)).toEqual(cells.map(plain));
      }),
    );
  });

  it.each(['13812345678', '02162345678', '057187654321', '62345678', '4001234567'])(
    'keeps the telephone %s',
    (digits) => expect(readTelephone(spacedTelephone(digits))).toEqual({ ok: true, value: digits }),
  );
});
