const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid7(text: string): boolean {
  return UUID7.test(text);
}

/**
 * UUID version 7 of RFC 9562: 48 bits of time, then randomness.
 * @param ms milliseconds since 1970-01-01T00:00Z
 * @param random at least 10 random bytes
 */
export function uuid7(ms: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error('uuid7 needs 10 random bytes');
  const time = ms.toString(16).padStart(12, '0');
  const rest = [...random.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2]! & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1, 4)}-${variant}${rest.slice(6, 8)}-${rest.slice(8)}`;
}
