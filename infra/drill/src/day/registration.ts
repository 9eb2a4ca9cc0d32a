import { COMMUNITY } from '@baogong/sample';
import { newId } from '../client.js';
import { crowd } from '../crowd.js';
import { WIDTH, type Setting } from './setting.js';

/** The district office registers organisations and volunteers; the committee registers the households. */
export async function register(setting: Setting): Promise<void> {
  const { client, sample, households, say } = setting;
  for (const organisation of sample.organisations) {
    await enrol(setting, { ...organisation, kind: 'organisation' });
  }
  await crowd(sample.volunteers.slice(0, 40), WIDTH, ({ actorId }) =>
    enrol(setting, { actorId, kind: 'person', role: 'volunteer', territory: COMMUNITY }),
  );
  for (const { stationId, organisation, ...station } of sample.stations) {
    await client.must('stations', { id: stationId, ...station }, { as: organisation });
  }
  say(`registering ${households.length} households`);
  await crowd(households, WIDTH, ({ householdId, territory, people, room, need, members }) =>
    client.must(
      'households',
      {
        id: householdId,
        territory,
        people,
        room,
        ...(need ? { needs: need } : {}),
        members: members.map(({ actorId, name, telephone }) => ({ actorId, name, telephone })),
      },
      { as: 'rc-y' },
    ),
  );
}

interface Enrolment {
  actorId: string;
  kind: 'person' | 'organisation';
  role: string;
  territory: string;
  name?: string;
}

async function enrol({ client }: Setting, { actorId, kind, role, territory, name }: Enrolment): Promise<void> {
  await client.must('actors', { id: actorId, kind, ...(name ? { name } : {}), territory }, { as: 'do-1' });
  await client.must('grants', { id: newId(), actorId, role, territory }, { as: 'do-1' });
}
