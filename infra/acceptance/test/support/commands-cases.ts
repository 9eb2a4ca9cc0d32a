import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { newId, type World } from './world.js';

export function caseBody({ households }: Community, more: object = {}) {
  const { territory } = households[0]!;
  return { id: newId(), kind: 'complaint', subject: 'missing-goods', territory, ...more };
}

async function reported(world: World, community: Community, more: object = {}): Promise<Things> {
  const body = caseBody(community, more);
  await world.client.must('cases', body, { as: community.households[0]!.resident });
  return { caseId: body.id };
}

const disputed = (world: World, community: Community) =>
  reported(world, community, { kind: 'dispute', subject: 'conduct', about: community.firm, words: 'test' });
const short = (world: World, community: Community) =>
  reported(world, community, { kind: 'need', subject: 'supply', itemClass: 'food', daysOfCover: 5 });

const steps = [
  { action: 'AnswerCase', path: 'answer', body: { outcome: 'done' } },
  { action: 'CloseCase', path: 'confirmation', body: {} },
  { action: 'ReopenCase', path: 'reopening', body: {} },
  { action: 'VisitCase', path: 'visit', body: { resolved: true, evidence: ['visit'] } },
  { action: 'VerifyCaseFact', path: 'verifications', body: { fact: 'cover', how: 'phone' }, make: short },
  { action: 'StateCase', path: 'statements', body: { words: 'test' }, make: disputed },
  { action: 'MediateDispute', path: 'mediation', body: { outcome: 'agreed' }, make: disputed },
];

export const cases: Draft[] = [
  {
    action: 'OpenCase',
    make: async () => ({}),
    request: (_things, community) => ({ path: 'cases', body: caseBody(community) }),
  },
  ...steps.map(({ action, path, body, make = reported }) => ({
    action,
    make,
    request: ({ caseId }: Things) => ({ path: `cases/${caseId}/${path}`, body }),
  })),
];
