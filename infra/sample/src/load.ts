import type { BodyOf, PathOf } from '@baogong/client';
import { madeId } from './community.js';
import { readSample, type SampleCommunity } from './read-sample.js';

type Path = PathOf<'post'> extends `/api/v1/${infer Rest}` ? Rest : never;

/** Sends one command of the public API as an actor under a key; throws when it is not accepted. */
export type Post = <P extends Path>(
  path: P,
  body: BodyOf<`/api/v1/${P}`, 'post'>,
  sending: { as: string; key: string },
) => Promise<void>;

export interface LoadOptions {
  /** The first N households; all of them unless told. */
  households?: number;
  /** The first N volunteers; all of them unless told. */
  volunteers?: number;
  /** How many requests are under way at once. */
  width?: number;
}

const DISTRICT_OFFICE = 'do-1';
const COMMITTEE = 'rc-y';
const WIDTH = 16;

/** Loads Y community as its own actors would; keys follow from the data, so that a second run changes nothing. */
export async function loadSample(
  post: Post,
  { households, volunteers, width = WIDTH }: LoadOptions = {},
): Promise<SampleCommunity> {
  const whole = readSample();
  const sample = {
    ...whole,
    households: whole.households.slice(0, households),
    volunteers: whole.volunteers.slice(0, volunteers),
  };
  for (const organisation of sample.organisations) await enrol(post, { ...organisation, kind: 'organisation' });
  for (const { stationId, organisation, ...station } of sample.stations) {
    await post('stations', { id: stationId, ...station }, { as: organisation, key: `sample-${stationId}` });
  }
  await each(sample.households, width, ({ householdId, territory, people, room, need, members }) =>
    post(
      'households',
      {
        id: householdId,
        territory,
        people,
        room,
        ...(need ? { needs: need } : {}),
        members: members.map(({ actorId, name, telephone }) => ({ actorId, name, telephone })),
      },
      { as: COMMITTEE, key: `sample-${householdId}` },
    ),
  );
  await each(sample.volunteers, width, ({ actorId, territory }) =>
    enrol(post, { actorId, kind: 'person', role: 'volunteer', territory }),
  );
  return sample;
}

type Role = BodyOf<'/api/v1/grants', 'post'>['role'];

interface Enrolment {
  actorId: string;
  kind: 'person' | 'organisation';
  role: Role;
  territory: string;
  name?: string;
}

async function enrol(post: Post, { actorId, kind, role, territory, name }: Enrolment): Promise<void> {
  const as = DISTRICT_OFFICE;
  const actor = { id: actorId, kind, territory, ...(name ? { name } : {}) };
  await post('actors', actor, { as, key: `sample-actor-${actorId}` });
  const organisation = role === 'volunteer' ? { organisation: COMMITTEE } : {};
  const grant = { id: madeId(`grant-${role}-${actorId}`, 0), actorId, role, territory, ...organisation };
  await post('grants', grant, { as, key: `sample-grant-${actorId}-${role}` });
}

async function each<T>(items: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
