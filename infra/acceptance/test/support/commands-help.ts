import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { HOUR_MS } from './goods.js';
import { nothing } from './things.js';
import { instant, newId, type World } from './world.js';

/** Hours in which volunteers staff a station. */
export function helpBody({ territory }: Community, more: object = {}) {
  const from = Date.now() + 200 * HOUR_MS;
  const hours = { from: instant(from), to: instant(from + 2 * HOUR_MS) };
  return { id: newId(), territory, role: 'volunteer', actions: ['StaffStation'], ...hours, places: 50, ...more };
}

async function called({ client }: World, community: Community): Promise<Things> {
  const body = helpBody(community);
  await client.must('help-calls', body, { as: community.committee });
  return { helpCallId: body.id };
}

export const helpCalls: Draft[] = [
  {
    action: 'CallForHelp',
    make: nothing,
    request: (_things, community) => ({ path: 'help-calls', body: helpBody(community) }),
  },
  {
    action: 'SignUpForHelp',
    make: called,
    request: ({ helpCallId }) => ({ path: `help-calls/${helpCallId}/sign-ups`, body: {} }),
  },
  {
    action: 'EndHelpCall',
    make: called,
    request: ({ helpCallId }) => ({ path: `help-calls/${helpCallId}/ending`, body: { reason: 'test' } }),
  },
];
