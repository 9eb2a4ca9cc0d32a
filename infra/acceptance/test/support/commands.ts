import { until } from '@baogong/drill';
import type { Call, Draft, Things } from './call.js';
import { cases } from './commands-cases.js';
import { clocks } from './commands-clocks.js';
import { parkedEvents } from './commands-parked.js';
import { polls } from './commands-polls.js';
import { enrol, type Community } from './community.js';
import { announce, becomes, countBody, dispatch, openRound, orderBody, place } from './goods.js';
import { pack, planned } from './parcels.js';
import { instant, newId, OFFICE, type World } from './world.js';

export type { Call } from './call.js';

const door = { kind: 'door' } as const;
const nothing = async (): Promise<Things> => ({});
const goods = { sku: 'rice', priceFen: 2800, weightGrams: 5000 };

async function offered(world: World, community: Community): Promise<Things> {
  return { offerId: await announce(world, community, goods) };
}

async function opened(world: World, community: Community): Promise<Things> {
  const { offerId } = await offered(world, community);
  return { offerId: offerId!, roundId: await openRound(world, community, [{ offerId: offerId!, capPerHousehold: 2 }]) };
}

async function ordered(world: World, community: Community): Promise<Things> {
  const { offerId, roundId } = (await opened(world, community)) as { offerId: string; roundId: string };
  const home = community.households[0]!;
  const orderId = newId();
  const wish = { id: orderId, roundId, home, lines: [{ offerId, quantity: 1 }], place: door };
  const { etag } = await place(world, wish, home.resident);
  return { offerId, roundId, orderId, etag: etag! };
}

async function sent(world: World, community: Community): Promise<Things> {
  const { offerId, roundId } = (await opened(world, community)) as { offerId: string; roundId: string };
  const consignmentId = await dispatch(world, community, { roundId, lines: [{ offerId, accepted: 5 }] });
  return { offerId, roundId, consignmentId, expiresOn: instant((await world.now()) + 86_400_000).slice(0, 10) };
}

async function stocked(world: World, community: Community): Promise<Things> {
  const things = await sent(world, community);
  const body = await countBody(world, [{ offerId: things['offerId']!, accepted: 5 }]);
  await world.client.must(`consignments/${things['consignmentId']!}/count`, body, { as: community.firm });
  const etag = await until('the lot is stocked', async () => {
    const answer = await world.client.get(`stock/${things['offerId']!}`, community.firm);
    return answer.body['received'] === 5 ? answer.etag : undefined;
  });
  return { ...things, etag };
}

/** A confirmed order of the first household, and its parcel. */
async function parcelled(world: World, community: Community): Promise<Things> {
  const things = await ordered(world, community);
  const { roundId, offerId, orderId } = things as { roundId: string; offerId: string; orderId: string };
  await world.client.must(`rounds/${roundId}/closing`, { reason: 'test' }, { as: community.committee });
  const lines = [{ offerId, accepted: 5 }];
  const consignmentId = await dispatch(world, community, { roundId, lines });
  await world.client.must(`consignments/${consignmentId}/count`, await countBody(world, lines), { as: community.firm });
  await becomes(world, orderId, { as: community.households[0]!.resident, status: 'confirmed' });
  await planned(world, orderId, community.firm);
  return things;
}

async function packed(world: World, community: Community): Promise<Things> {
  const things = await parcelled(world, community);
  await pack(world, community, things['orderId']!);
  return things;
}

async function granted(world: World, community: Community): Promise<Things> {
  const actorId = `vo-${newId().slice(-12)}`;
  const { territory } = community;
  return { actorId, grantId: await enrol(world, { actorId, kind: 'person', role: 'volunteer', territory }) };
}

const webhook = (id: string, territory: string) => ({
  ...{ id, territory, url: 'https://supplier.invalid/hooks', events: ['demand.fixed'] },
});

async function hooked({ client }: World, { platform, territory }: Community): Promise<Things> {
  const webhookId = newId();
  await client.must('webhooks', webhook(webhookId, territory), { as: platform });
  return { webhookId };
}

async function matrix({ client }: World): Promise<Things> {
  const { body } = await client.get('duty-matrix', OFFICE);
  // The version in force, so that whoever may activate one is told that the next must follow: nothing changes.
  return { matrix: JSON.stringify(body) };
}

const lasting = { expiresAt: instant(Date.now() + 30 * 86_400_000) };

export function proxyBody({ households, volunteer }: Community, id: string) {
  const { territory } = households[0]!;
  const terms = { kind: 'volunteer', consent: 'own-account', actions: ['PlaceOrder'] } as const;
  return { id, actorId: volunteer, territory, ...terms, ...lasting };
}

async function delegated({ client }: World, { committee, firm, territory }: Community): Promise<Things> {
  const id = newId();
  const actions = ['PackParcel'];
  const body = { id, to: firm, role: 'residents-committee', territory, actions, ...lasting };
  await client.must('delegations', body, { as: committee });
  return { id };
}

async function appointed({ client }: World, community: Community): Promise<Things> {
  const id = newId();
  await client.must('proxies', proxyBody(community, id), { as: community.households[0]!.resident });
  return { id };
}

const orders: Draft[] = [
  {
    action: 'RegisterHousehold',
    make: nothing,
    request(_things, { territory }) {
      const id = newId();
      const members = [{ actorId: `re-${id.slice(-12)}`, name: '某人' }];
      return { path: 'households', body: { id, territory: `${territory}/b-09/h-${id}`, people: 1, members } };
    },
  },
  {
    action: 'AmendHousehold',
    method: 'PUT',
    make: nothing,
    request: (_things, { households }) => ({
      path: `households/${households[0]!.id}`,
      body: { people: 3, members: [{ actorId: households[0]!.resident, name: '某人' }] },
      ifMatch: '"999"',
    }),
  },
  {
    action: 'RecordConsent',
    make: nothing,
    request: (_things, { households, platform }) => ({
      path: `households/${households[0]!.id}/consents`,
      body: { platform },
    }),
  },
  {
    action: 'OpenRound',
    make: offered,
    request({ offerId }, { territory }) {
      const [opensAt, closesAt] = [instant(Date.now()), instant(Date.now() + 90 * 86_400_000)];
      const items = [{ offerId, capPerHousehold: 1 }];
      return { path: 'rounds', body: { id: newId(), territory, opensAt, closesAt, items } };
    },
  },
  {
    action: 'CloseRound',
    make: opened,
    request: ({ roundId }) => ({ path: `rounds/${roundId}/closing`, body: { reason: 'test' } }),
  },
  {
    action: 'AllocateRound',
    make: opened,
    request: ({ roundId }) => ({ path: `rounds/${roundId}/allocation`, body: {} }),
  },
  {
    action: 'PlaceOrder',
    make: opened,
    request({ roundId, offerId }, { households }) {
      const lines = [{ offerId: offerId!, quantity: 1 }];
      return { path: 'orders', body: orderBody({ roundId: roundId!, home: households[0]!, lines, place: door }) };
    },
  },
  {
    action: 'AmendOrder',
    method: 'PUT',
    make: ordered,
    request: ({ orderId, offerId }) => ({
      path: `orders/${orderId}`,
      body: { lines: [{ offerId, quantity: 2 }], place: door },
      // A version that never comes: whoever passes the duty is stopped by it, so each meets the same order.
      ifMatch: '"999"',
    }),
  },
  {
    action: 'CancelOrder',
    make: ordered,
    request: ({ orderId }) => ({ path: `orders/${orderId}/cancellation`, body: { reason: 'test' } }),
  },
  {
    action: 'RecordSettlement',
    make: ordered,
    request: ({ orderId }) => ({ path: `orders/${orderId}/settlements`, body: { amountFen: 1, reference: 'r' } }),
  },
];
const inventory: Draft[] = [
  {
    action: 'AnnounceSupply',
    make: nothing,
    request(_things, { territory }) {
      const [arrivesFrom, arrivesTo] = [instant(Date.now()), instant(Date.now() + 86_400_000)];
      const about = { ...goods, name: '米', itemClass: 'food', unit: 'bag', quantity: 5, origin: '上海' };
      return { path: 'supply-offers', body: { id: newId(), territory, ...about, arrivesFrom, arrivesTo } };
    },
  },
  {
    action: 'WithdrawSupply',
    make: offered,
    request: ({ offerId }) => ({ path: `supply-offers/${offerId}/withdrawal`, body: { reason: 'test' } }),
  },
  {
    action: 'DispatchConsignment',
    make: opened,
    request({ offerId, roundId }, { territory, firm }) {
      const lines = [{ offerId, quantity: 1 }];
      return { path: 'consignments', body: { id: newId(), roundId, territory, consignee: firm, lines } };
    },
  },
  {
    action: 'ReceiveGoods',
    make: sent,
    request: ({ consignmentId, offerId, expiresOn }) => ({
      path: `consignments/${consignmentId}/count`,
      body: { lines: [{ offerId, accepted: 5, rejected: [], expiresOn }] },
    }),
  },
  {
    action: 'AdjustStock',
    make: stocked,
    request: ({ offerId }) => ({
      path: `stock/${offerId}/adjustments`,
      body: { lotId: 'none', change: -1, reason: 'test' },
      ifMatch: '"999"',
    }),
  },
];
const delivery: Draft[] = [
  {
    action: 'OpenStation',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'stations',
      body: { id: newId(), territory, name: 'corner', opensAt: '08:00', closesAt: '20:00' },
    }),
  },
  {
    action: 'AmendStation',
    method: 'PUT',
    make: nothing,
    request: (_things, { stations }) => ({
      path: `stations/${stations[0]!.id}`,
      body: { name: 'corner', opensAt: '08:00', closesAt: '20:00' },
      ifMatch: '"999"',
    }),
  },
  {
    action: 'PackParcel',
    make: parcelled,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/packing`, body: { pieces: 1, weightGrams: 1 } }),
  },
  {
    action: 'OfferParcel',
    make: packed,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/offers`, body: { to: 'x' } }),
  },
  {
    action: 'AcceptParcel',
    make: packed,
    request: ({ orderId }) => ({ path: `parcels/${orderId}/acceptance`, body: {} }),
  },
  {
    action: 'HandOverParcel',
    make: packed,
    request: ({ orderId }, { households }) => ({
      path: 'hand-overs',
      body: { id: newId(), place: households[0]!.territory, parcelId: orderId, code: '000000' },
    }),
  },
];
const oversight: Draft[] = [
  {
    action: 'RegisterActor',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'actors',
      body: { id: `vo-${newId().slice(-12)}`, kind: 'person', territory },
    }),
  },
  {
    action: 'GrantRole',
    make: granted,
    request: ({ actorId }, { territory }) => ({
      path: 'grants',
      body: { id: newId(), actorId, role: 'volunteer', territory },
    }),
  },
  {
    action: 'WithdrawRole',
    make: granted,
    request: ({ grantId }) => ({ path: `grants/${grantId}/withdrawal`, body: {} }),
  },
  {
    action: 'ActivateDutyMatrix',
    make: matrix,
    request: ({ matrix: text }) => ({ path: 'duty-matrix', body: JSON.parse(text!) }),
  },
  {
    action: 'SwitchPosture',
    make: nothing,
    request: (_things, { territory }) => ({ path: 'posture', body: { posture: 'normal', territory, reason: 'test' } }),
  },
  {
    action: 'SetRiskLevel',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'risk-levels',
      body: { level: 'medium', territory, reason: 'test' },
    }),
  },
  {
    action: 'RegisterTerritory',
    make: nothing,
    // Its parent is not registered: whoever may register is told so.
    request: (_things, { territory }) => ({ path: 'territories', body: { territory: `${territory}/g-9/b-1` } }),
  },
  {
    action: 'DelegateDuty',
    make: nothing,
    request: (_things, { territory, platform }) => ({
      path: 'delegations',
      body: { id: newId(), to: platform, role: 'police', territory, ...lasting, actions: ['KeepGateLog'] },
    }),
  },
  {
    action: 'RevokeDelegation',
    make: delegated,
    request: ({ id }) => ({ path: `delegations/${id}/revocation`, body: {} }),
  },
  {
    action: 'AppointProxy',
    make: nothing,
    request: (_things, community) => ({ path: 'proxies', body: proxyBody(community, newId()) }),
  },
  {
    action: 'PublishBulletin',
    make: nothing,
    // A day that never comes: whoever may publish is told that it is not over.
    request: (_things, { territory }) => ({ path: 'bulletins', body: { territory, day: '2999-12-31' } }),
  },
  {
    action: 'SetAlertThreshold',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'alert-thresholds',
      body: { id: newId(), territory, measure: 'breaches', atLeast: 1_000_000 },
    }),
  },
  { action: 'RevokeProxy', make: appointed, request: ({ id }) => ({ path: `proxies/${id}/revocation`, body: {} }) },
];

const once = [{ id: 'daily', howMuch: { times: 1, days: 1 } }];
const policies: Draft[] = [
  {
    action: 'IssuePolicy',
    make: nothing,
    // A number that never comes: whoever may issue is told so, and the law of the district stays as it is.
    request(_things, { territory }) {
      const source = { title: 'Notice 12', article: 'article 3' };
      return { path: 'policies', body: { version: 1_000_000, territory, parentVersion: 0, source, clauses: once } };
    },
  },
  {
    action: 'SetLocalParameter',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'local-parameters',
      body: { territory, clause: 'never-delegated', parameter: 'times', value: 1, reason: 'test' },
    }),
  },
  {
    action: 'ProposeLocalRule',
    make: nothing,
    request: (_things, { territory }) => ({
      path: 'local-rules',
      body: { id: newId(), territory, title: 'Gate rule', clauses: once },
    }),
  },
  {
    action: 'ReportUnknownRule',
    make: nothing,
    request: (_things, { territory }) => ({ path: 'rule-reports', body: { id: newId(), territory, met: once } }),
  },
];

const webhooks: Draft[] = [
  {
    action: 'RegisterWebhook',
    make: nothing,
    request: (_things, { territory }) => ({ path: 'webhooks', body: webhook(newId(), territory) }),
  },
  ...[
    { action: 'RotateWebhookSecret', path: 'secret-rotation' },
    { action: 'DisableWebhook', path: 'disabling', body: { reason: 'test' } },
    { action: 'EnableWebhook', path: 'enabling' },
    { action: 'ReplayWebhook', path: 'deliveries/msg_0/replay' },
  ].map(({ action, path, body = {} }) => ({
    action,
    make: hooked,
    request: ({ webhookId }: Things) => ({ path: `webhooks/${webhookId}/${path}`, body }),
  })),
];

const all = [orders, webhooks, inventory, delivery, oversight, clocks, policies, cases, polls, parkedEvents].flat();
export const CALLS: Call[] = all.map((call) => ({ ...call, things: {} }));
