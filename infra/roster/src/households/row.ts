import type { Fault } from '../fields/reading.js';
import type { ListRecord, ListTable } from '../sheet/columns.js';
import type { RosterField } from './roster-form.js';

/** One row of a roster in its table, with the book of what is wrong. */
export interface Row {
  table: ListTable<RosterField>;
  record: ListRecord<RosterField>;
  faults: Fault[];
}

export function tell(
  { table, record, faults }: Row,
  about: Omit<Fault, 'line' | 'field'> & { field: RosterField },
): void {
  faults.push({ ...about, line: record.line, field: table.title(about.field) });
}
