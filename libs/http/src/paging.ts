import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeMissing } from './forms.js';
import { isStorable } from './json-body.js';
import { malformed } from './problems.js';

export const LIMIT_MAX = 100;
export const LIMIT_DEFAULT = 50;
const CURSOR_MAX_LENGTH = 512;

/** Query of a list; extend it with the list's own filters. */
export class PageQuery {
  @MayBeMissing()
  @IsString()
  @MaxLength(CURSOR_MAX_LENGTH)
  cursor?: string;

  @MayBeMissing()
  // '0x10', '1e1' and ' 7' are numbers to JavaScript, not to who reads the document.
  @Transform(({ value }: { value: unknown }) => (/^[1-9]\d{0,3}$/.test(String(value)) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(LIMIT_MAX)
  limit?: number;
}

export type CursorPart = string;
export type Page<T> = { items: T[]; next: string | null };

export const limitOf = (query: { limit?: number }): number => Math.min(query.limit ?? LIMIT_DEFAULT, LIMIT_MAX);

export const encodeCursor = (parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** undefined for the first page; a cursor we did not make is a malformed request. */
export function decodeCursor(cursor: string | undefined, length: number): CursorPart[] | undefined {
  if (cursor === undefined) return undefined;
  const parts = parsed(cursor);
  const ours =
    Array.isArray(parts) &&
    parts.length === length &&
    parts.every((part) => typeof part === 'string' && isStorable(part));
  if (!ours) throw malformed('/cursor', 'must be what this list gave as next; leave it out for the first page');
  return parts as CursorPart[];
}

/** Give it limit + 1 rows: the one too many tells that there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => readonly CursorPart[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null;
  return { items, next };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
