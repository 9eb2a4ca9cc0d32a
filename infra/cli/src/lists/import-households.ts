import { randomBytes } from 'node:crypto';
import { newId, type Acting } from '@baogong/client';
import {
  placeKey,
  planHouseholds,
  readRoster,
  type Address,
  type HouseholdPlan,
  type KnownHome,
} from '@baogong/roster';
import { allOf, oneOf, refusalOf, sideBySide } from './asking.js';
import { latest, note, tellChanges, tellFaults, type ImportJob, type Outcome } from './job.js';

/** Brings a roster in. @returns whether every line was good */
export async function importHouseholds(job: ImportJob): Promise<boolean> {
  const { output } = job;
  const roster = readRoster(job.rows);
  output.out(`${roster.rows} rows, ${roster.homes.length} households: ${buildingsOf(roster.homes)}`);
  if (roster.unused.length > 0) output.out(`Columns not used: ${roster.unused.join(', ')}`);
  const known = await knownHomes(job, new Set(roster.homes.map(({ segments }) => buildingKey(segments))));
  const { departures } = job;
  const plan = planHouseholds(roster.homes, known.homes, { departures, newCode });
  tellPlan(job, plan, known.elsewhere);
  const done = job.apply ? await carryOut(job, plan) : { faults: [], positions: [] };
  const faults = [...roster.faults, ...plan.faults, ...done.faults];
  tellFaults(job, faults);
  return faults.length === 0;
}

/** Random: a code that followed from name or room would tell them to whoever guesses. */
const newCode = (): string => `re-${randomBytes(6).toString('hex')}`;

function buildingsOf(homes: readonly Address[]): string {
  const counts = new Map<string, number>();
  for (const { segments } of homes) {
    const [building = ''] = segments.split('/');
    counts.set(building, (counts.get(building) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([building, count]) => `${building} ${count}`)
    .join(', ');
}

const buildingKey = (segments: string): string => placeKey(segments.split('/')[0]!);

interface Known {
  homes: KnownHome[];
  /** Registered where the roster names no home at all. */
  elsewhere: number;
}

/** The homes already registered where the roster has some: rooms are told one household at a time. */
async function knownHomes({ acting, community }: ImportJob, wanted: ReadonlySet<string>): Promise<Known> {
  const listed = await allOf(acting, '/api/v1/households', { territory: community });
  const near = listed.filter(({ territory }) => wanted.has(buildingKey(segmentsOf(community, String(territory)))));
  const homes: KnownHome[] = [];
  await sideBySide(near, async ({ id, territory }) => {
    homes.push({ ...(await readHome(acting, String(id))), segments: segmentsOf(community, String(territory)) });
  });
  return { homes, elsewhere: listed.length - near.length };
}

export async function readHome(acting: Acting, id: string): Promise<Omit<KnownHome, 'segments'>> {
  const { body, etag } = await oneOf(acting, '/api/v1/households/{id}', id);
  const {
    people,
    room = '',
    needs,
    members,
  } = body as unknown as Partial<KnownHome> & Pick<KnownHome, 'people' | 'members'>;
  const kept = members.map((member) => ({ ...member, name: member.name ?? '' }));
  return { id, version: etag, people, room, ...(needs === undefined ? {} : { needs }), members: kept };
}

/** `b-07/u-1` of a household's territory; grids are left out, for rosters know none. */
export const segmentsOf = (community: string, territory: string): string =>
  territory
    .slice(community.length + 1)
    .split('/')
    .filter((segment) => /^[blu]-/.test(segment))
    .join('/');

function tellPlan(job: ImportJob, plan: HouseholdPlan, elsewhere: number): void {
  const at = ({ line, address }: { line: number; address: Address }) =>
    `line ${line}: ${address.segments} ${address.room}`;
  const residents = plan.register.reduce((sum, { body }) => sum + body.members.length, 0);
  tellChanges(
    job,
    `New households (${residents} residents)`,
    plan.register.map((home) => `${at(home)}, ${home.body.members.length} resident(s)`),
  );
  tellChanges(
    job,
    'Corrected households',
    plan.amend.map((home) => `${at(home)}: ${home.changes.join(', ')}`),
  );
  tellChanges(
    job,
    'Households with residents whom the file does not name; they stay (--departures lets them leave)',
    plan.staying.map((home) => `${at(home)}: ${home.count} resident(s)`),
  );
  job.output.out(
    `Unchanged: ${plan.unchanged}. Registered and not in the file: ${plan.notNamed + elsewhere}, left as they are.`,
  );
}

async function carryOut({ acting, community }: ImportJob, { register, amend }: HouseholdPlan): Promise<Outcome> {
  const outcome: Outcome = { faults: [], positions: [] };
  await sideBySide(register, async ({ line, address, body }) => {
    const id = newId();
    const territory = `${community}/${address.segments}/h-${id}`;
    note(outcome, line, await acting.post('/api/v1/households', { key: id, body: { id, territory, ...body } }));
  });
  await sideBySide(amend, async ({ line, id, version, body }) => {
    note(outcome, line, await acting.put('/api/v1/households/{id}', { path: { id }, body, ifMatch: version }));
  });
  // Whoever brings the same file in next must find what this one brought.
  const after = latest(outcome.positions);
  const seen = await acting.get('/api/v1/households', { query: { territory: community, limit: 1 }, after });
  if (!seen.ok) throw refusalOf(seen, 'households');
  return outcome;
}
