import { until } from '@baogong/drill';
import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { announce, dispatch, openRound } from './goods.js';
import { OFFICE, type World } from './world.js';

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

export const clocks: Draft[] = [
  {
    action: 'SettleBreach',
    make: begun,
    request: ({ consignmentId }) => ({
      path: `obligations/count-${consignmentId}/settlement`,
      body: { outcome: 'excused', reason: 'test' },
    }),
  },
];
