import { COMMUNITY, eventually, livesAt, newId, type Played } from './service.js';

export type Household = { id: string; resident: string; territory: string };
let residents = 0;

/** What people do in these specs, one step a function. */
export async function household(played: Played, building = 'b-07'): Promise<Household> {
  const id = newId();
  const resident = `re-${(residents += 1)}`;
  const territory = `${COMMUNITY}/${building}/h-${id}`;
  const members = [{ actorId: resident, name: 'Marked Name', telephone: '13899990000' }];
  const body = { id, territory, people: 2, room: 'Marked Room 302', needs: 'Marked Need', members };
  const answer = await played.ask('households', { as: 'rc-y', body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  livesAt(played, resident, territory);
  await eventually(async () => played.service.runtime.authority.grantsOf(resident).length > 0);
  return { id, resident, territory };
}

export function issue(played: Played, policy: { version: number; territory: string; clauses: object[] }): void {
  played.oversight.says('policies-d-pudong', 'PolicyIssued', {
    ...{ ...policy, parentVersion: 0, keeps: [], delegated: [], issuedBy: 'district-office' },
    ...{ source: { title: `Notice ${policy.version}`, article: 'article 3' } },
    ...{ effectiveFrom: '2026-01-01T00:00:00.000Z', issuedAt: '2026-01-01T00:00:00.000Z' },
  });
}

export function offer(played: Played, supplier = 'gp-1', itemClass = 'food'): string {
  const offerId = newId();
  played.inventory.says(`supply-${offerId}`, 'SupplyAnnounced', {
    ...{
      offerId,
      territory: COMMUNITY,
      supplier,
      sku: 'veg',
      name: 'Vegetable bag',
      itemClass,
      unit: 'bag',
    },
    ...{ priceFen: 5000, quantity: 100, weightGrams: 5000, origin: 'Chongming', arrivesFrom: 'x', arrivesTo: 'y' },
  });
  return offerId;
}

export async function round(played: Played, offers: string[], minutes = 60): Promise<string> {
  const id = newId();
  const window = { opensAt: inMinutes(-60), closesAt: inMinutes(minutes) };
  const items = offers.map((offerId) => ({ offerId, capPerHousehold: 2 }));
  const answer = await played.ask('rounds', { as: 'rc-y', body: { id, territory: COMMUNITY, ...window, items } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return id;
}

export type Wish = { roundId: string; offerId: string; quantity?: number };

export async function place(played: Played, { id, resident }: Household, { roundId, offerId, quantity = 1 }: Wish) {
  const orderId = newId();
  const body = { id: orderId, roundId, householdId: id, lines: [{ offerId, quantity }], place: { kind: 'door' } };
  return { orderId, ...(await played.ask('orders', { as: resident, body })) };
}

export async function close(played: Played, roundId: string): Promise<void> {
  const answer = await played.ask(`rounds/${roundId}/closing`, { as: 'rc-y', body: { reason: 'enough' } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

export function fixed(played: Played, roundId: string) {
  return eventually(
    async () => (await played.ask(`rounds/${roundId}/demand`, { as: 'gp-1' })).body,
    (demand) => demand['fixed'] === true,
  );
}

export function count(played: Played, wish: Wish): void {
  const { roundId, offerId, quantity = 0 } = wish;
  const [consignmentId, lotId] = [newId(), newId()];
  const line = { offerId, sku: 'veg', accepted: quantity, rejected: [], lot: { lotId, expiresOn: '2030-01-01' } };
  played.inventory.says(`consignment-${consignmentId}`, 'GoodsReceived', {
    ...{ consignmentId, roundId, territory: COMMUNITY, consignee: 'pf-y', lines: [{ ...line, weightGrams: 5000 }] },
  });
  if (quantity > 0) {
    const lot = { lotId, sku: 'veg', offerId, quantity, expiresOn: '2030-01-01' };
    played.inventory.says(`stock-${offerId}`, 'LotStocked', lot);
  }
}

/** One of gp-1, sent and counted. */
export function consignment(played: Played): string {
  const consignmentId = newId();
  const of = { consignmentId, roundId: newId(), territory: COMMUNITY, consignee: 'pf-y' };
  const line = { offerId: 'offer', sku: 'veg' };
  const counted = { accepted: 9, rejected: [{ quantity: 1, reason: 'crushed' }], weightGrams: 500 };
  const lot = { lotId: `${consignmentId}-offer`, expiresOn: '2030-01-01' };
  const stream = `consignment-${consignmentId}`;
  const sent = { ...of, supplier: 'gp-1', lines: [{ ...line, quantity: 10 }] };
  played.inventory.says(stream, 'ConsignmentDispatched', sent);
  played.inventory.says(stream, 'GoodsReceived', { ...of, lines: [{ ...line, ...counted, lot }] });
  return consignmentId;
}

export async function order(played: Played, { resident }: Household, orderId: string) {
  return (await played.ask(`orders/${orderId}`, { as: resident })).body;
}

export function becomes(played: Played, home: Household, { orderId, status }: { orderId: string; status: string }) {
  return eventually(
    () => order(played, home, orderId),
    (found) => found['status'] === status,
  );
}

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
