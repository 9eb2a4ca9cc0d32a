import { plain } from './plain.js';
import { read, unread, type Reading } from './reading.js';

const CHINESE = '零一二三四五六七八九';

/** A whole number from least to most, with the unit or the `.0` that may stand behind it. */
export function readWhole(cell: string, { least, most }: { least: number; most: number }): Reading<number> {
  const digits = /^(\d+)(?:\.0+)?\s*\D{0,3}$/.exec(plain(cell).replace(/(?<=\d),(?=\d{3})/g, ''))?.[1];
  const value = Number(digits);
  if (digits !== undefined && value >= least && value <= most) return read(value);
  return unread('is not such a number', `give a whole number from ${least} to ${most}`);
}

/** An amount in yuan as whole fen: `30`, `30.5`, `¥30.00`, `30元`. */
export function readYuan(cell: string): Reading<number> {
  const found = /^[¥￥]?\s*(\d{1,6})(?:\.(\d{1,2})0*)?\s*(元|yuan|rmb)?$/i.exec(
    plain(cell).replace(/(?<=\d),(?=\d{3})/g, ''),
  );
  if (!found) return unread('is not an amount of money', 'give yuan with at most two decimals, such as 30 or 30.50');
  return read(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')));
}

const GRAMS: [unit: RegExp, grams: number][] = [
  [/^(kg|公斤|千克)$/i, 1000],
  [/^斤$/, 500],
  [/^(g|克)?$/i, 1],
];

/** A weight as whole grams: `5kg`, `10 斤`, `500 克`, `5000`. */
export function readGrams(cell: string): Reading<number> {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(\D*)$/.exec(plain(cell)) ?? [];
  const grams = Number(amount) * (GRAMS.find(([known]) => known.test(unit.trim()))?.[1] ?? Number.NaN);
  if (Number.isInteger(grams) && grams >= 1 && grams <= 1_000_000) return read(grams);
  return unread('is not a weight', 'give grams, or a number with kg, 公斤, 斤 or 克');
}

/** Numbers up to 99 of a house written in Chinese become digits: `十二号楼` is 12号楼. Names like 三林里 stay. */
export function withDigits(text: string): string {
  return text.replace(/[一二三四五六七八九十]+(?=\s*(?:[号栋幢座楼室房弄巷户]|单元|门|$))/g, (written) => {
    if (!/^[一二三四五六七八九]?(十[一二三四五六七八九]?)?$/.test(written)) return written;
    const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written];
    return String(CHINESE.indexOf(tens || '一') * 10 + Math.max(0, CHINESE.indexOf(ones || '零')));
  });
}
