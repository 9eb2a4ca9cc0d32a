import { newId } from '@baogong/client';
import { planStations, readStations, type KnownStation, type StationPlan } from '@baogong/roster';
import { allOf, oneOf } from './asking.js';
import { note, tellChanges, tellFaults, type ImportJob, type Outcome } from './job.js';

/** Opens and amends stations. @returns whether every line was good */
export async function importStations(job: ImportJob): Promise<boolean> {
  const list = readStations(job.rows);
  job.output.out(`${list.rows} rows, ${list.items.length} stations.`);
  if (list.unused.length > 0) job.output.out(`Columns not used: ${list.unused.join(', ')}`);
  const known = (await allOf(job.acting, '/api/v1/stations'))
    .filter(({ territory }) => String(territory).startsWith(job.community))
    .map((row) => ({ ...row, id: String(row['stationId']) }) as unknown as KnownStation);
  const plan = planStations(list.items, known, job.acting.actor);
  tellChanges(
    job,
    'New stations',
    plan.open.map(({ line, station }) => `line ${line}: ${station.name}`),
  );
  tellChanges(
    job,
    'Corrected stations',
    plan.amend.map(({ line, station, changes }) => `line ${line}: ${station.name}: ${changes.join(', ')}`),
  );
  job.output.out(`Unchanged: ${plan.unchanged}. Open and not in the file: ${plan.notNamed}, left as they are.`);
  const done = job.apply ? await carryOut(job, plan) : { faults: [], positions: [] };
  const faults = [...list.faults, ...plan.faults, ...done.faults];
  tellFaults(job, faults);
  return faults.length === 0;
}

async function carryOut({ acting, community }: ImportJob, { open, amend }: StationPlan): Promise<Outcome> {
  const outcome: Outcome = { faults: [], positions: [] };
  for (const { line, station } of open) {
    const { organisation, ...about } = station;
    const id = newId();
    const body = { id, territory: community, ...about, ...(organisation === undefined ? {} : { organisation }) };
    note(outcome, line, await acting.post('/api/v1/stations', { key: id, body }));
  }
  for (const { line, station, id } of amend) {
    const { name, opensAt, closesAt } = station;
    const { etag } = await oneOf(acting, '/api/v1/stations/{id}', id);
    const body = { name, opensAt, closesAt };
    note(outcome, line, await acting.put('/api/v1/stations/{id}', { path: { id }, body, ifMatch: etag }));
  }
  return outcome;
}
