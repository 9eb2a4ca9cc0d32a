import type { Community } from '../community.js';
import { CALLS } from '../commands.js';
import { OFFICE, type World } from '../world.js';
import type { Sound } from './attacks.js';
import type { OpenApi } from './judge.js';
import type { Json } from './junk.js';

const WHO: Record<string, (community: Community) => string> = {
  RegisterHousehold: ({ committee }) => committee,
  AmendHousehold: ({ committee }) => committee,
  RecordConsent: ({ households }) => households[0]!.resident,
  OpenRound: ({ committee }) => committee,
  CloseRound: ({ committee }) => committee,
  AllocateRound: ({ committee }) => committee,
  PlaceOrder: ({ households }) => households[0]!.resident,
  AmendOrder: ({ households }) => households[0]!.resident,
  CancelOrder: ({ households }) => households[0]!.resident,
  RecordSettlement: ({ platform }) => platform,
  AnnounceSupply: ({ platform }) => platform,
  WithdrawSupply: ({ platform }) => platform,
  DispatchConsignment: ({ platform }) => platform,
  ReceiveGoods: ({ firm }) => firm,
  AdjustStock: ({ firm }) => firm,
  RegisterWebhook: ({ platform }) => platform,
  RotateWebhookSecret: ({ platform }) => platform,
  DisableWebhook: ({ platform }) => platform,
  EnableWebhook: ({ platform }) => platform,
  ReplayWebhook: ({ platform }) => platform,
  OpenStation: ({ stations }) => stations[0]!.keeper,
  AmendStation: ({ stations }) => stations[0]!.keeper,
  PackParcel: ({ firm }) => firm,
  OfferParcel: ({ firm }) => firm,
  AcceptParcel: ({ stations }) => stations[0]!.keeper,
  HandOverParcel: ({ firm }) => firm,
  DelegateDuty: ({ committee }) => committee,
  RevokeDelegation: ({ committee }) => committee,
  AppointProxy: ({ households }) => households[0]!.resident,
  RevokeProxy: ({ households }) => households[0]!.resident,
  SetLocalParameter: ({ committee }) => committee,
  ProposeLocalRule: ({ firm }) => firm,
  ReportUnknownRule: ({ households }) => households[0]!.resident,
  OpenCase: ({ households }) => households[0]!.resident,
  AnswerCase: ({ firm }) => firm,
  CloseCase: ({ households }) => households[0]!.resident,
  ReopenCase: ({ households }) => households[0]!.resident,
  VisitCase: ({ social }) => social,
  VerifyCaseFact: ({ committee }) => committee,
  StateCase: ({ firm }) => firm,
  MediateDispute: ({ committee }) => committee,
  CallForHelp: ({ committee }) => committee,
  SignUpForHelp: ({ households }) => households[0]!.resident,
  EndHelpCall: ({ committee }) => committee,
  OpenPoll: ({ committee }) => committee,
  VoteInPoll: ({ households }) => households[0]!.resident,
  RecordDecision: ({ committee }) => committee,
  EndDecision: ({ committee }) => committee,
};

/** One sound request for each command and each read of the document, with ids of things that are there. */
export async function soundRequests(world: World, community: Community, document: OpenApi): Promise<Sound[]> {
  const ids: Record<string, string> = { households: community.households[0]!.id, stations: community.stations[0]!.id };
  const commands: Sound[] = [];
  for (const call of CALLS) {
    const things = await call.make(world, community);
    noteIds(ids, things);
    const { path, body, ifMatch } = call.request(things, community);
    const method = call.method ?? 'POST';
    const actor = WHO[call.action]?.(community) ?? OFFICE;
    const base = { method, path: `/api/v1/${path}`, actor, questions: [], body: body as Json };
    commands.push({ ...base, route: routeOf(document, base.path), ...(ifMatch ? { ifMatch: '"1"' } : {}) });
  }
  return [...commands, ...reads(document, ids, community)];
}

function noteIds(ids: Record<string, string>, things: Record<string, string>): void {
  const { offerId, roundId, orderId, consignmentId, grantId, webhookId, caseId, pollId } = things;
  if (offerId) ids['supply-offers'] = ids['stock'] = offerId;
  if (roundId) ids['rounds'] = roundId;
  if (orderId) ids['orders'] = ids['parcels'] = ids['passes'] = orderId;
  if (consignmentId) ids['consignments'] = consignmentId;
  if (grantId) ids['grants'] = grantId;
  if (webhookId) ids['webhooks'] = webhookId;
  if (caseId) ids['cases'] = caseId;
  if (pollId) ids['polls'] = pollId;
}

function reads(document: OpenApi, ids: Record<string, string>, { committee, firm, households }: Community): Sound[] {
  return Object.entries(document.paths).flatMap(([route, methods]) => {
    const get = methods['get'];
    if (!get) return [];
    const id = ids[route.split('/')[3]!] ?? 'none';
    const questions = (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const actors = [OFFICE, committee, firm, households[0]!.resident];
    return actors.map((actor) => ({ route, method: 'GET', path: route.replaceAll(/\{\w+\}/g, id), actor, questions }));
  });
}

function routeOf({ paths }: OpenApi, path: string): string {
  const asked = path.split('/');
  const fits = (route: string) => {
    const parts = route.split('/');
    return parts.length === asked.length && parts.every((part, index) => part.startsWith('{') || part === asked[index]);
  };
  const routes = Object.keys(paths).filter(fits);
  const route = routes.find((one) => !one.includes('{')) ?? routes[0];
  if (!route) throw new Error(`no route for ${path}`);
  return route;
}
