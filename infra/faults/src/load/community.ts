import { newId } from '@baogong/client';
import { crowd, until } from '@baogong/drill';
import type { Clients } from './clients.js';

const OFFICE = 'do-1';
const DISTRICT = 'd-pudong';
const WIDTH = 6;

export interface Home {
  id: string;
  territory: string;
  resident: string;
}
export interface Community {
  territory: string;
  committee: string;
  firm: string;
  platform: string;
  volunteer: string;
  homes: Home[];
}

/** Who takes part in every run of an installation. */
export async function foundCommunity(clients: Clients, households: number): Promise<Community> {
  const territory = `${DISTRICT}/s-weifang/c-faults`;
  const people = { committee: 'rc-faults', firm: 'pf-faults', platform: 'gp-faults', volunteer: 'vo-faults' };
  await enrol(clients, { actorId: people.committee, role: 'residents-committee', territory });
  await enrol(clients, { actorId: people.firm, role: 'property-firm', territory });
  await enrol(clients, { actorId: people.platform, role: 'platform', territory });
  await enrol(clients, { actorId: people.volunteer, role: 'volunteer', territory, organisation: people.committee });
  const community = { territory, ...people, homes: [] as Home[] };
  const numbers = Array.from({ length: households }, (_, index) => index);
  community.homes = await crowd(numbers, WIDTH, (index) => register(clients, community, index));
  return community;
}

interface Enrolment {
  actorId: string;
  role: string;
  territory: string;
  organisation?: string;
}

async function enrol(clients: Clients, { actorId, ...grant }: Enrolment): Promise<void> {
  const person = grant.role === 'volunteer';
  const actor = { id: actorId, kind: person ? 'person' : 'organisation', territory: grant.territory };
  const body = person ? actor : { ...actor, name: `Organisation ${actorId}` };
  await clients.must({ path: 'actors', body, as: OFFICE });
  await clients.must({ path: 'grants', body: { id: newId(), actorId, ...grant }, as: OFFICE });
}

async function register(clients: Clients, community: Community, index: number): Promise<Home> {
  const id = newId();
  const resident = `re-faults-${index}`;
  const territory = `${community.territory}/b-0${1 + (index % 3)}/h-${id}`;
  const members = [{ actorId: resident, name: 'resident', telephone: '13900000000' }];
  const body = { id, territory, people: 2, room: String(index), members };
  await accepted(clients, { path: 'households', body, as: community.committee });
  // Oversight makes the members residents of their household, and orders hears of it.
  await until(`household ${index} may act`, async () =>
    (await clients.read(`households/${id}`, resident)) ? true : undefined,
  );
  return { id, territory, resident };
}

/** What others have said may still be under way: asked again, as a new command, until it is accepted. */
export async function accepted(clients: Clients, command: { path: string; body: unknown; as: string }): Promise<void> {
  await until(`${command.path} is accepted`, async () => {
    const told = await clients.command(command);
    return told?.ok ? true : undefined;
  });
}
