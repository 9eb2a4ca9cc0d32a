import type { Draft, Things } from './call.js';
import { enrol, type Community } from './community.js';
import { nothing } from './things.js';
import { instant, newId, OFFICE, type World } from './world.js';

async function granted(world: World, community: Community): Promise<Things> {
  const actorId = `vo-${newId().slice(-12)}`;
  const { territory } = community;
  return { actorId, grantId: await enrol(world, { actorId, kind: 'person', role: 'volunteer', territory }) };
}

async function matrix({ client }: World): Promise<Things> {
  const { body } = await client.get('duty-matrix', OFFICE);
  // The version in force, so that whoever may activate one is told that the next must follow: nothing changes.
  return { matrix: JSON.stringify(body) };
}

const lasting = { expiresAt: instant(Date.now() + 30 * 86_400_000) };

function proxyBody({ households, volunteer }: Community, id: string) {
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

export const oversight: Draft[] = [
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
