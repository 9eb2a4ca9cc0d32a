/** Base45 of RFC 9285: the 45 characters a QR code stores most densely. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += digits(bytes[i]! * 256 + bytes[i + 1]!, 3);
  return bytes.length % 2 === 1 ? text + digits(bytes[bytes.length - 1]!, 2) : text;
}

/** The bytes, or undefined for text that `encodeBase45` would never have written. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const part = text.slice(i, i + 3);
    const value = valueOf(part);
    if (value === undefined || value > (part.length === 3 ? 0xffff : 0xff)) return undefined;
    if (part.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function digits(value: number, count: number): string {
  let text = '';
  for (let rest = value, i = 0; i < count; i += 1, rest = Math.floor(rest / 45)) text += ALPHABET[rest % 45];
  return text;
}

function valueOf(part: string): number | undefined {
  let value = 0;
  for (const character of [...part].reverse()) {
    const digit = VALUES.get(character);
    if (digit === undefined) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
