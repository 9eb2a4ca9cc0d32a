import type { BodyOf } from '@baogong/client';
import { until } from '@baogong/drill';
import { DISTRICT, must, newId, OFFICE, type World } from './world.js';

export const SUBDISTRICT = `${DISTRICT}/s-weifang`;

export interface Household {
  id: string;
  territory: string;
  building: string;
  resident: string;
  name: string;
  telephone: string;
  room: string;
}

/** One actor for each role, and what they work with. Codes end in the community's own, so files never meet. */
export interface Community {
  territory: string;
  committee: string;
  firm: string;
  platform: string;
  stations: { id: string; keeper: string }[];
  volunteer: string;
  transporter: string;
  subdistrict: string;
  social: string;
  police: string;
  grid: string;
  households: Household[];
}

const ORGANISATIONS = [
  ['rc', 'residents-committee'],
  ['pf', 'property-firm'],
  ['gp', 'platform'],
  ['ps1', 'pickup-station'],
  ['ps2', 'pickup-station'],
  ['tr', 'transporter'],
  ['so', 'social-organisation'],
] as const;
const PERSONS = [
  ['vo', 'volunteer'],
  ['po', 'police'],
  ['gw', 'grid-worker'],
] as const;

/** @param buildings the building of each household */
export async function foundCommunity(world: World, code: string, buildings: string[]): Promise<Community> {
  const territory = `${SUBDISTRICT}/c-${code}`;
  const named = (prefix: string) => `${prefix}-${code}`;
  for (const [prefix, role] of ORGANISATIONS) {
    await enrol(world, { actorId: named(prefix), kind: 'organisation', role, territory });
  }
  for (const [prefix, role] of PERSONS) {
    // The committee leads its volunteers.
    const lead = role === 'volunteer' ? { organisation: named('rc') } : {};
    await enrol(world, { actorId: named(prefix), kind: 'person', role, territory, ...lead });
  }
  const subdistrict = { actorId: named('sd'), kind: 'organisation', role: 'subdistrict-office' } as const;
  await enrol(world, { ...subdistrict, territory: SUBDISTRICT });
  const stations = [named('ps1'), named('ps2')].map((keeper) => ({ id: newId(), keeper }));
  for (const { id, keeper } of stations) await openStation(world, { id, keeper, territory });
  const households = await Promise.all(
    buildings.map((building, index) => registerHousehold(world, { territory, building, code, index })),
  );
  return {
    territory,
    committee: named('rc'),
    firm: named('pf'),
    platform: named('gp'),
    stations,
    volunteer: named('vo'),
    transporter: named('tr'),
    subdistrict: named('sd'),
    social: named('so'),
    police: named('po'),
    grid: named('gw'),
    households,
  };
}

type Grant = BodyOf<'/api/v1/grants', 'post'>;

export interface Enrolment {
  actorId: string;
  kind: 'person' | 'organisation';
  role: Grant['role'];
  territory: string;
  organisation?: string;
}

/** @returns the id of the grant */
export async function enrol(world: World, enrolment: Enrolment): Promise<string> {
  const { actorId, kind, ...grant } = enrolment;
  const name = kind === 'organisation' ? { name: `Organisation ${actorId}` } : {};
  const office = world.as(OFFICE);
  must(await office.post('/api/v1/actors', { body: { id: actorId, kind, ...name, territory: grant.territory } }));
  const id = newId();
  must(await office.post('/api/v1/grants', { body: { id, actorId, ...grant } }));
  return id;
}

interface Opening {
  id: string;
  keeper: string;
  territory: string;
}

// A grant is known to the other services a moment after oversight has answered: asked again until it is.
async function openStation(world: World, { id, keeper, territory }: Opening): Promise<void> {
  const body = { id, territory, name: `Station of ${keeper}`, opensAt: '08:00', closesAt: '20:00' };
  await until(`${keeper} may open a station`, async () => {
    const { status } = await world.as(keeper).post('/api/v1/stations', { body });
    return status === 201 ? true : undefined;
  });
}

interface Registration {
  territory: string;
  building: string;
  code: string;
  index: number;
}

async function registerHousehold(world: World, { territory, building, code, index }: Registration): Promise<Household> {
  const id = newId();
  const home: Household = {
    id,
    territory: `${territory}/${building}/h-${id}`,
    building,
    resident: `re-${code}-${index}`,
    name: `甄隐私${code}${index}`,
    telephone: `199${String(77_000_000 + index)}`,
    room: `密室${code}${index}`,
  };
  const { name, telephone, room } = home;
  const members = [{ actorId: home.resident, name, telephone }];
  const body = { id, territory: home.territory, people: 2, room, needs: `秘需${code}${index}`, members };
  await until(`household ${index} of ${code} is registered`, async () => {
    const { status } = await world.as(`rc-${code}`).post('/api/v1/households', { body });
    return status === 201 ? true : undefined;
  });
  // Oversight makes the members residents of their household, and orders hears of it.
  await until(`${home.resident} is a resident`, async () => {
    const { status } = await world.as(home.resident).get('/api/v1/households/{id}', { path: { id } });
    return status === 200 ? true : undefined;
  });
  return home;
}
