import { readAddress, type Address } from '../fields/address.js';
import { plain } from '../fields/plain.js';
import type { Fault, Reading } from '../fields/reading.js';
import { tableOf, type ListRecord, type ListTable } from '../sheet/columns.js';
import type { SheetRow } from '../sheet/sheet.js';
import { addResident } from './residents.js';
import { ROSTER_FORM, type RosterField } from './roster-form.js';
import { homeKey, type RosterHome } from './roster-home.js';
import { tell, type Row } from './row.js';

export interface Roster {
  homes: RosterHome[];
  faults: Fault[];
  /** Rows with something in them below the header. */
  rows: number;
  /** Titles of columns that mean nothing to us. */
  unused: string[];
}

type Above = { line: number; address: Reading<Address> };

/**
 * The households of a roster, each with all its residents, and what kept the other lines out. A row that leaves the whole
 * address empty belongs to the row above it: so merged cells arrive.
 * @throws UnreadableFile where no header is found
 */
export function readRoster(rows: readonly SheetRow[]): Roster {
  const table = tableOf(rows, ROSTER_FORM);
  const homes = new Map<string, RosterHome>();
  const faults: Fault[] = [];
  let above: Above | undefined;
  let homeless = 0;
  for (const record of table.records) {
    const row = { table, record, faults };
    const address = addressOf(row, above);
    above = { line: record.line, address };
    if (address.ok) addRow(row, homeAt(homes, record, address.value));
    else homeless += 1;
  }
  // Whose household a row without a readable address is, nobody knows: none is surely told in full.
  if (homeless > 0) for (const home of homes.values()) home.whole = false;
  return { homes: [...homes.values()], faults, rows: table.records.length, unused: table.unused };
}

function addressOf(row: Row, above: Above | undefined): Reading<Address> {
  const { record, table } = row;
  const cells = {
    building: record.cell('building'),
    unit: record.cell('unit'),
    lane: record.cell('lane'),
    room: record.cell('room'),
    address: record.cell('address'),
  };
  const merged = above?.line === record.below && Object.values(cells).every((cell) => plain(cell) === '');
  if (merged && above.address.ok) return above.address;
  const address = merged ? MERGED_WITH_FAULT : readAddress(cells);
  if (!address.ok) tell(row, { field: placeField(table), wrong: address.wrong, remedy: address.remedy });
  return address;
}

const MERGED_WITH_FAULT: Reading<Address> = {
  ok: false,
  wrong: 'is empty, so the line belongs to the one above, whose address cannot be read',
  remedy: 'put the line above right, or write the address in this line too',
};

const placeField = (table: ListTable<RosterField>): RosterField =>
  (['room', 'address'] as const).find((field) => table.has(field)) ?? 'address';

function addRow(row: Row, home: RosterHome): void {
  const before = row.faults.length;
  home.rows += 1;
  addResident(row, home);
  if (row.faults.length > before) home.whole = false;
}

function homeAt(homes: Map<string, RosterHome>, { line }: ListRecord<RosterField>, address: Address): RosterHome {
  const key = homeKey(address);
  const known = homes.get(key) ?? { ...address, line, rows: 0, whole: true, members: [] };
  homes.set(key, known);
  return known;
}
