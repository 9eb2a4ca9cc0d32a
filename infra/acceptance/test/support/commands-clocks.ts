import { until } from '@baogong/drill';
import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { announce, dispatch, HOUR_MS, openRound } from './goods.js';
import { instant, newId, OFFICE, type World } from './world.js';

/** A duty whose clock runs: made in a lockdown, which is over again afterwards. */
async function begun(world: World, community: Community): Promise<Things> {
  const { territory, committee } = community;
  const offerId = await announce(world, community, { sku: 'rice', priceFen: 2800, weightGrams: 5000 });
  const roundId = await openRound(world, community, [{ offerId, capPerHousehold: 2 }]);
  const lockdown = { posture: 'lockdown', territory, reason: 'test' };
  await world.client.must('posture', lockdown, { as: OFFICE });
  const consignmentId = await until('a clock runs', async () => {
    const id = await dispatch(world, community, { roundId, lines: [{ offerId, accepted: 1 }] });
    await new Promise((later) => setTimeout(later, 500));
    const { body } = await world.client.get(`obligations?territory=${territory}&status=running`, committee);
    return (body['items'] as { id: string }[]).some((each) => each.id === `count-${id}`) ? id : undefined;
  });
  await world.client.must('posture', { ...lockdown, posture: 'normal' }, { as: OFFICE });
  return { consignmentId };
}

const approvalBody = (id: string, territory: string) => ({
  ...{ id, territory, action: 'OpenStation', subject: 'a third station', reason: 'test' },
});

async function asked({ client }: World, { committee, territory }: Community): Promise<Things> {
  const approvalId = newId();
  await client.must('approvals', approvalBody(approvalId, territory), { as: committee });
  return { approvalId };
}

/** A station's hours: by role in a lockdown, outside one nobody's. */
function shift(territory: string) {
  const from = Math.ceil(Date.now() / HOUR_MS + 300 * Math.random()) * HOUR_MS;
  return { action: 'StaffStation', territory, from: instant(from), to: instant(from + HOUR_MS) };
}

export const clocks: Draft[] = [
  {
    action: 'ClaimDuty',
    make: () => Promise.resolve({}),
    request: (_things, { territory }) => ({ path: 'coverage/claims', body: { id: newId(), ...shift(territory) } }),
  },
  {
    action: 'ReleaseDuty',
    make: () => Promise.resolve({}),
    request: (_things, { territory }) => ({ path: 'coverage/releases', body: { ...shift(territory), reason: 'test' } }),
  },
  {
    action: 'RequestApproval',
    make: () => Promise.resolve({}),
    request: (_things, { territory }) => ({ path: 'approvals', body: approvalBody(newId(), territory) }),
  },
  ...[
    { action: 'ForwardApproval', path: 'forwarding', body: {} },
    { action: 'GrantApproval', path: 'grant', body: {} },
    { action: 'DeclineApproval', path: 'refusal', body: { reason: 'test' } },
  ].map(({ action, path, body }) => ({
    action,
    make: asked,
    request: ({ approvalId }: Things) => ({ path: `approvals/${approvalId}/${path}`, body }),
  })),
  {
    action: 'SettleBreach',
    make: begun,
    request: ({ consignmentId }) => ({
      path: `obligations/count-${consignmentId}/settlement`,
      body: { outcome: 'excused', reason: 'test' },
    }),
  },
];
