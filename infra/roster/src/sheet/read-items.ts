import { plain } from '../fields/plain.js';
import type { Fault, Reading } from '../fields/reading.js';
import { tableOf, type ListForm, type ListRecord } from './columns.js';
import type { SheetRow } from './sheet.js';

/** How each field of a list of single rows is read; `or` stands for an empty cell, and without it the field must be there. */
export type FieldReaders<T> = { [F in keyof T]-?: { read(cell: string): Reading<T[F]>; or?: () => T[F] } };

export interface Items<T> {
  items: (T & { line: number })[];
  faults: Fault[];
  rows: number;
  unused: string[];
  /** What the file itself calls the field. */
  title(field: keyof T & string): string;
}

/** A list in which each row stands for itself. @throws UnreadableFile where no header is found */
export function readItems<T extends object>(
  rows: readonly SheetRow[],
  form: ListForm<keyof T & string>,
  readers: FieldReaders<T>,
): Items<T> {
  const table = tableOf(rows, form);
  const faults: Fault[] = [];
  const items = table.records.flatMap((record) => {
    const before = faults.length;
    const values = Object.keys(readers).map((name) => {
      const field = name as keyof T & string;
      const found = valueOf(record, field, readers);
      if (!found.ok)
        faults.push({ line: record.line, field: table.title(field), wrong: found.wrong, remedy: found.remedy });
      return [field, found.ok ? found.value : undefined];
    });
    return faults.length > before ? [] : [{ ...(Object.fromEntries(values) as T), line: record.line }];
  });
  return { items, faults, rows: table.records.length, unused: table.unused, title: table.title };
}

function valueOf<T extends object, F extends keyof T & string>(
  record: ListRecord<keyof T & string>,
  field: F,
  readers: FieldReaders<T>,
): Reading<T[F]> {
  const cell = record.cell(field);
  const { read, or } = readers[field];
  if (plain(cell) !== '') return read(cell);
  return or ? { ok: true, value: or() } : { ok: false, wrong: 'is missing', remedy: 'fill it in' };
}
