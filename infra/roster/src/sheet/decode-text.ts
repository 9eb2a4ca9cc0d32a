import { UnreadableFile } from './sheet.js';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'gb18030';
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Text as Excel and its relatives save it in China: UTF-8 with or without its mark, "Unicode text" (UTF-16), or GB18030,
 * which contains GBK and GB2312. Bytes that are valid UTF-8 are UTF-8: GB18030 text of more than a few words never is.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: strict('utf-16le', bytes) ?? unreadable(), encoding: 'utf-16le' };
  }
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const text = strict('gb18030', bytes);
  if (text !== undefined) return { text, encoding: 'gb18030' };
  return unreadable();
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

function unreadable(): never {
  throw new UnreadableFile(
    'The file is neither UTF-8 nor GB18030 text. Save it in Excel as "Excel workbook (.xlsx)" or "CSV UTF-8".',
  );
}
