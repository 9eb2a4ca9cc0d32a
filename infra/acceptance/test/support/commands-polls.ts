import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { instant, newId, type World } from './world.js';

const later = () => instant(Date.now() + 20 * 86_400_000);

export const pollBody = ({ territory }: Community, more: object = {}) => ({
  ...{ id: newId(), territory, parameter: 'slot-minutes', least: 10, most: 30, options: [10, 15, 30] },
  closesAt: later(),
  ...more,
});

const decisionBody = ({ territory, firm }: Community) => ({
  ...{ id: newId(), territory, title: 'a second gate', owner: firm, dueAt: later() },
});

async function opened({ client }: World, community: Community): Promise<Things> {
  const body = pollBody(community);
  await client.must('polls', body, { as: community.committee });
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
    request: (_things, community) => ({ path: 'polls', body: pollBody(community) }),
  },
  {
    action: 'VoteInPoll',
    make: opened,
    request: ({ pollId }) => ({ path: `polls/${pollId}/votes`, body: { option: 15 } }),
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
