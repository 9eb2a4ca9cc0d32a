import { randomBytes } from 'node:crypto';
import type { Acting, Answer } from '@baogong/client';
import {
  placeKey,
  planHouseholds,
  readRoster,
  type Address,
  type HouseholdPlan,
  type KnownHome,
  type PlannedHome,
  type RosterHome,
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
  const done = job.apply ? await carryOut(job, plan, roster.homes) : { faults: [], positions: [] };
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
  const { people, room = '', needs, members } = body;
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

/** A home that somebody else registered or amended between our look and our request. */
interface Overtaken {
  line: number;
  id: string;
}

/** Each turn overtakes whoever was quicker; more of them in a row than this are told as faults. */
const TURNS = 3;

async function carryOut(job: ImportJob, plan: HouseholdPlan, homes: readonly RosterHome[]): Promise<Outcome> {
  const outcome: Outcome = { faults: [], positions: [] };
  let left = await send(job, plan, { outcome, last: false });
  for (let turn = 2; left.length > 0 && turn <= TURNS; turn += 1) {
    const again = await planAgain(job, homes, left);
    outcome.faults.push(...again.faults.filter((fault) => !plan.faults.some(({ line }) => line === fault.line)));
    left = await send(job, again, { outcome, last: turn === TURNS });
  }
  // Whoever brings the same file in next must find what this one brought.
  const query = { territory: job.community, limit: 1 };
  const seen = await job.acting.get('/api/v1/households', { query, after: latest(outcome.positions) });
  if (!seen.ok) throw refusalOf(seen, 'households');
  return outcome;
}

async function send(
  { acting, community }: ImportJob,
  { register, amend }: HouseholdPlan,
  { outcome, last }: { outcome: Outcome; last: boolean },
): Promise<Overtaken[]> {
  const overtaken: Overtaken[] = [];
  const noted = <B>({ line }: PlannedHome, answer: Answer<B>, id: string | undefined): void => {
    if (id === undefined || last) note(outcome, line, answer);
    else overtaken.push({ line, id });
  };
  await sideBySide(register, async (home) => {
    const territory = `${community}/${home.address.segments}`;
    const answer = await acting.post('/api/v1/households', { body: { territory, ...home.body } });
    noted(home, answer, registeredAs(answer));
  });
  await sideBySide(amend, async (home) => {
    const { id, version: ifMatch, body } = home;
    const answer = await acting.put('/api/v1/households/{id}', { path: { id }, body, ifMatch });
    noted(home, answer, answer.status === 412 ? id : undefined);
  });
  return overtaken;
}

/** Under which id an address is registered already, where that is why it was refused. */
function registeredAs<B>(answer: Answer<B>): string | undefined {
  if (answer.ok || answer.problem.code !== 'already-registered') return undefined;
  return String(answer.problem.params?.['householdId']);
}

/** Each home is read by its id: the list may not show it yet, and the vault may not have been told its room. */
async function planAgain(
  { acting, departures }: ImportJob,
  homes: readonly RosterHome[],
  overtaken: readonly Overtaken[],
): Promise<HouseholdPlan> {
  const ids = new Map(overtaken.map(({ line, id }) => [line, id]));
  const again = homes.filter(({ line }) => ids.has(line));
  const known: KnownHome[] = [];
  await sideBySide(again, async ({ line, segments, room }) => {
    known.push({ ...(await readHome(acting, ids.get(line)!)), segments, room });
  });
  return planHouseholds(again, known, { departures, newCode });
}
