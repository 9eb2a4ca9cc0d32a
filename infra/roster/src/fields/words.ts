import { plain } from './plain.js';
import { read, unread, type Reading } from './reading.js';

const TEXT_MAX = 200;

/** A text of at most 200 characters. */
export function readText(cell: string): Reading<string> {
  const text = plain(cell);
  return text.length <= TEXT_MAX ? read(text) : unread('is too long', `give at most ${TEXT_MAX} characters`);
}

/** One of the words known, each with the other words for it. */
export function readWord<W extends string>(cell: string, known: Record<W, readonly string[]>): Reading<W> {
  const text = plain(cell).toLowerCase();
  const all = Object.entries<readonly string[]>(known) as [W, readonly string[]][];
  const found = all.find(([word, others]) => word === text || others.includes(text));
  return found
    ? read(found[0])
    : unread(
        'is not one of the words known',
        `write one of: ${all.map(([word, [first]]) => `${first ?? word}`).join(', ')}`,
      );
}
