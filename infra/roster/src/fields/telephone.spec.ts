import fc from 'fast-check';
import { readTelephone } from './telephone.js';

const number = (cell: string) => {
  const found = readTelephone(cell);
  return found.ok ? found.value : found.wrong;
};

describe('a telephone as Excel leaves it', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['１３８ １２３４ ５６７８', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ["'13812345678", '13812345678'],
    ['13812345678.0', '13812345678'],
    ['1.3812345678E+10', '13812345678'],
    ['1.3812345678e10', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['0086-13812345678', '13812345678'],
    ['8613812345678', '13812345678'],
    ['021-62345678', '02162345678'],
    ['(021) 6234 5678', '02162345678'],
    ['+86 21 6234 5678', '02162345678'],
    ['2162345678', '02162345678'],
    ['1062345678.0', '01062345678'],
    ['5718765432', '05718765432'],
    ['57187654321', '057187654321'],
    ['62345678', '62345678'],
    ['62345678转801', '62345678'],
    ['4001234567', '4001234567'],
    ['13812345678/021-62345678', '13812345678'],
    ['13812345678 13912345678', '13812345678'],
    ['手机：', 'is not a telephone number'],
    ['1234', 'is not a telephone number'],
    ['12812345678', 'is not a telephone number'],
    ['1381234567', 'is not a telephone number'],
  ])('reads %s', (cell, told) => expect(number(cell)).toBe(told));

  it.each(['1.38E+10', '1.3812E+10', '1.38123456789E+10'])('never guesses the digits that %s has lost', (cell) =>
    expect(number(cell)).toContain('digits are lost'),
  );

  it('finds every mobile again, however it was mangled', () => {
    const mobiles = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
    const manglings: ((digits: string) => string)[] = [
      (digits) => `'${digits}`,
      (digits) => `${digits}.0`,
      (digits) => `+86 ${digits}`,
      (digits) => `${digits[0]}.${digits.slice(1)}E+10`,
      (digits) => `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
      (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ];
    fc.assert(
      fc.property(mobiles, fc.constantFrom(...manglings), ([second, rest], mangle) => {
        const digits = `1${second}${String(rest).padStart(9, '0')}`;
        expect(number(mangle(digits))).toBe(digits);
      }),
    );
  });

  it('finds every landline again that lost the zero of its area code', () => {
    const areas = fc.constantFrom('010', '021', '028', '0571', '0755', '0991');
    fc.assert(
      fc.property(areas, fc.integer({ min: 20_000_000, max: 89_999_999 }), (area, local) => {
        expect(number(`${area.slice(1)}${local}.0`)).toBe(`${area}${local}`);
      }),
    );
  });
});
