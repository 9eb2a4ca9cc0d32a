import { plain } from './plain.js';
import { read, unread, type Reading } from './reading.js';

const AS_TEXT = 'format the column as text in Excel and type the whole number again';

/**
 * A telephone of mainland China as digits, `13812345678` or `02162345678`, from what Excel makes of it: leading apostrophes,
 * `.0`, scientific notation, blanks, `+86`, and landlines that lost the zero of their area code. Of several numbers in
 * one cell the first counts. Where digits are lost it says so rather than guess.
 * Numbering: mobiles have 11 digits from 13 to 19; area codes are 010, 02x and four digits from 03 to 09.
 */
export function readTelephone(cell: string): Reading<string> {
  const [first = ''] = plain(cell)
    .replace(/^['’‘`]+/, '')
    .replace(/^((\+|00)\s?86[\s-]*|86[\s-]+)/, '')
    .split(/[/、;,]|\s(?=\+?\d{7,})/)
    .filter((part) => /\d/.test(part));
  const digits = digitsOf(first);
  if (digits === undefined) return unread('Excel has rounded the number and its digits are lost', AS_TEXT);
  const number = wholeNumber(digits);
  if (number !== undefined) return read(number);
  return unread('is not a telephone number', 'give 11 digits of a mobile, or a landline with its area code');
}

/** The digits of one number; undefined where scientific notation does not hold them all. */
function digitsOf(text: string): string | undefined {
  const scientific = /^(\d)(?:\.(\d+))?[eE]\+?(\d+)$/.exec(text.replace(/\s/g, ''));
  if (scientific) {
    const [, lead, rest = '', exponent] = scientific;
    return rest.length === Number(exponent) ? `${lead}${rest}` : undefined;
  }
  const bare = text
    .replace(/(转|ext\.?|x)\s*\d+$/i, '')
    .replace(/\.0+$/, '')
    .replace(/[\s().-]/g, '');
  return bare.replace(/^86(?=1[3-9]\d{9}$)/, '');
}

function wholeNumber(digits: string): string | undefined {
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  if (/^0(10|2\d)[2-8]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits)) return digits;
  if (/^[48]00\d{7}$/.test(digits)) return digits;
  if (/^[2-8]\d{6,7}$/.test(digits)) return digits;
  // Excel takes the zero of an area code for nothing.
  return /^(10|2\d)[2-8]\d{7}$/.test(digits) || /^[3-9]\d{2}[2-8]\d{6,7}$/.test(digits) ? `0${digits}` : undefined;
}
