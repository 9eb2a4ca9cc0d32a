import { COMMUNITY, type SampleHousehold } from '@baogong/sample';
import { newId } from '../client.js';
import type { Setting } from './setting.js';

const COMPLAINERS = 7;
const FIRM = 'pf-y';
const noTenants = { id: 'gate', who: { except: ['tenant'] } };

/** The property firm adds a rule and turns people away by it; residents complain, and one is not content with the answer. */
export async function airGrievances({ client, households, say }: Setting): Promise<void> {
  const send = (as: string, path: string, body: object) => client.must(path, body, { as, action: 'grievance' });
  for (const territory of [COMMUNITY.slice(0, COMMUNITY.lastIndexOf('/')), COMMUNITY])
    await send('do-1', 'territories', { territory });
  const asked = await send(FIRM, 'local-rules', {
    ...{ id: newId(), territory: COMMUNITY, title: 'Gate rule', clauses: [noTenants] },
  });
  if (asked.body['outcome'] !== 'rejected') throw new Error(`the gate rule was not rejected: ${JSON.stringify(asked)}`);
  const [turnedAway, infant, ...others] = households.slice(0, COMPLAINERS + 2);
  await send(residentOf(turnedAway!), 'rule-reports', {
    ...{ id: newId(), territory: turnedAway!.territory, met: [noTenants], imposedBy: FIRM },
  });
  const complain = async (by: SampleHousehold, goods: object) => {
    const about = { id: newId(), kind: 'complaint', subject: 'missing-goods', territory: by.territory };
    await send(residentOf(by), 'cases', { ...about, ...goods });
    return about.id;
  };
  const fruit = { itemClass: 'food', sku: 'fruit', daysOfCover: 4 };
  const [first] = await Promise.all(others.map((each) => complain(each, fruit)));
  const formula = await complain(infant!, { itemClass: 'infant', sku: 'infant-formula' });
  for (const id of [formula, first!]) await send(FIRM, `cases/${id}/answer`, { outcome: 'done' });
  await send(residentOf(infant!), `cases/${formula}/confirmation`, {});
  await send(residentOf(others[0]!), `cases/${first}/reopening`, {});
  say(`a rule was rejected, a desk reported, ${others.length + 1} complaints taken, one of them raised by a level`);
}

const residentOf = ({ members }: SampleHousehold): string => members[0]!.actorId;
