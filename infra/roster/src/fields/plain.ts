const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** The apostrophe by which Excel, and our own lists, keep a text from being a formula. */
const DEFUSED = /^'(?=\s*[=+\-@])/;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

/**
 * A cell as a person means it: full-width digits, letters and signs in their plain form, every kind of space and line
 * break as one space, nothing invisible, nothing around it. Characters of names stay as they are.
 */
export function plain(text: string): string {
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DEFUSED, '')
    .trim();
}

/** A cell that says in words that there is nothing. */
export const saysNone = (text: string): boolean => /^(无|没有|none|n\/a|[-—/]+)$/i.test(text);
