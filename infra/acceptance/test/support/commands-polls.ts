import type { Draft, Things } from './call.js';
import { SUBDISTRICT, type Community } from './community.js';
import { issuePolicy } from './issue-policy.js';
import { instant, newId, OFFICE, type World } from './world.js';

const later = () => instant(Date.now() + 20 * 86_400_000);

export const pollBody = ({ territory }: Community, more: object = {}) => ({
  ...{ id: newId(), territory, policyVersion: 0, clause: 'daily', parameter: 'times', options: [998, 999, 1000] },
  closesAt: later(),
  ...more,
});

const generous = {
  clauses: [{ id: 'daily', howMuch: { times: 1000, days: 1 } }],
  delegated: [{ clause: 'daily', parameter: 'times', least: 998, most: 1000 }],
};
const policies = new Map<string, Promise<number>>();

/** A policy that leaves a parameter to the community and takes nothing from those who order there: one, however many polls. */
function delegating(world: World, { territory }: Community): Promise<number> {
  const known = policies.get(territory);
  if (known) return known;
  const issued = registered(world, territory).then(() => issuePolicy(world, { territory, ...generous }));
  policies.set(territory, issued);
  return issued;
}

async function registered(world: World, territory: string): Promise<void> {
  for (const place of [SUBDISTRICT, territory])
    await world.client.command('territories', { territory: place }, { as: OFFICE });
}

const decisionBody = ({ territory, firm }: Community) => ({
  ...{ id: newId(), territory, title: 'a second gate', owner: firm, dueAt: later() },
});

async function opened(world: World, community: Community): Promise<Things> {
  const body = pollBody(community, { policyVersion: await delegating(world, community) });
  await world.client.must('polls', body, { as: community.committee });
  return { pollId: body.id };
}

async function decided({ client }: World, community: Community): Promise<Things> {
  const body = decisionBody(community);
  await client.must('decisions', body, { as: community.committee });
  return { decisionId: body.id };
}

export const polls: Draft[] = [
  {
    action: 'OpenPoll',
    make: async () => ({}),
    // Of no policy: whoever may open one is told so.
    request: (_things, community) => ({ path: 'polls', body: pollBody(community) }),
  },
  {
    action: 'VoteInPoll',
    make: opened,
    request: ({ pollId }) => ({ path: `polls/${pollId}/votes`, body: { option: 999 } }),
  },
  {
    action: 'RecordDecision',
    make: async () => ({}),
    request: (_things, community) => ({ path: 'decisions', body: decisionBody(community) }),
  },
  {
    action: 'EndDecision',
    make: decided,
    request: ({ decisionId }) => ({ path: `decisions/${decisionId}/outcome`, body: { outcome: 'fulfilled' } }),
  },
];
