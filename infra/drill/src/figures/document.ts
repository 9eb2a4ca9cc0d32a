import { cpus, totalmem } from 'node:os';

const GIB = 2 ** 30;

/** Where and when figures were taken: cores, memory, Node and the day. */
export function conditions(now: Date): string {
  const memory = Math.round(totalmem() / GIB);
  return `${cpus().length} cores, ${memory} GB of memory, Node ${process.versions.node}, ${now.toISOString().slice(0, 10)}`;
}

/**
 * Puts a section in the place of its former version, or at the end.
 *
 * @param document the whole text; a section stands between `<!-- begin NAME -->` and `<!-- end NAME -->`
 */
export function withSection(document: string, name: string, section: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const whole = `${begin}\n\n${section.trim()}\n\n${end}`;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${whole}\n`;
  return document.slice(0, from) + whole + document.slice(to + end.length);
}
