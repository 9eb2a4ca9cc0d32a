/** What was read from one cell, or what is wrong with it and what to do. */
export type Reading<T> = { ok: true; value: T } | { ok: false; wrong: string; remedy: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
export const unread = <T>(wrong: string, remedy: string): Reading<T> => ({ ok: false, wrong, remedy });

/** One thing that kept a line out. `field` is the column's own title in the file. */
export interface Fault {
  line: number;
  field: string;
  wrong: string;
  remedy: string;
}
