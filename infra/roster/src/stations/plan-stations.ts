import type { Fault } from '../fields/reading.js';
import { STATION_FORM, type Station } from './read-stations.js';

export interface KnownStation extends Station {
  id: string;
  organisation: string;
}

type Row = Station & { line: number };

export interface StationPlan {
  open: { line: number; station: Station }[];
  amend: { line: number; station: Station; id: string; changes: string[] }[];
  unchanged: number;
  notNamed: number;
  faults: Fault[];
}

/**
 * A station is known again by its name; where its name is the correction, by being the only one left of its organisation
 * in the register and in the file.
 * @param own the organisation of stations for which the list names none
 */
export function planStations(rows: readonly Row[], known: readonly KnownStation[], own: string): StationPlan {
  const plan: StationPlan = { open: [], amend: [], unchanged: 0, notNamed: 0, faults: [] };
  const pairs = new Map<Row, KnownStation>();
  const free = new Set(known);
  const once = withoutTwins(rows, own, plan.faults);
  const ofSame = (row: Row) => [...free].filter(({ organisation }) => organisation === (row.organisation ?? own));
  for (const row of once)
    pair(
      row,
      ofSame(row).filter(({ name }) => name === row.name),
    );
  const renamed = once.filter((row) => !pairs.has(row));
  for (const row of renamed) {
    const rivals = renamed.filter(({ organisation }) => (organisation ?? own) === (row.organisation ?? own));
    if (rivals.length === 1) pair(row, ofSame(row));
  }
  for (const row of once) planOne(plan, row, pairs.get(row));
  return { ...plan, notNamed: free.size };

  function pair(row: Row, [found, ...others]: KnownStation[]): void {
    if (!found || others.length > 0) return;
    pairs.set(row, found);
    free.delete(found);
  }
}

function planOne(plan: StationPlan, { line, ...station }: Row, there: KnownStation | undefined): void {
  if (!there) {
    plan.open.push({ line, station });
    return;
  }
  const changes = (['name', 'opensAt', 'closesAt'] as const).filter((field) => station[field] !== there[field]);
  if (changes.length === 0) plan.unchanged += 1;
  else plan.amend.push({ line, station, id: there.id, changes });
}

function withoutTwins(rows: readonly Row[], own: string, faults: Fault[]): Row[] {
  const seen = new Map<string, number>();
  return rows.filter(({ line, name, organisation = own }) => {
    const key = `${organisation} ${name}`;
    const twin = seen.get(key);
    seen.set(key, twin ?? line);
    if (twin === undefined) return true;
    const wrong = `is the same station as line ${twin}`;
    faults.push({ line, field: STATION_FORM.titles.name[0]!, wrong, remedy: 'delete one of the two lines' });
    return false;
  });
}
