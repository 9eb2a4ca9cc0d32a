import type { Answer } from '../answer.js';
import { newId } from '../client.js';
import { crowd } from '../crowd.js';
import { until } from '../until.js';
import { WIDTH, type PlacedOrder, type Setting } from './setting.js';

const CARRIER = 'vo-001';

/** The property firm packs; a station or a volunteer accepts custody and hands over against the household's pass. */
export async function handOver(setting: Setting, orders: PlacedOrder[]): Promise<void> {
  setting.say(`${orders.length} parcels are packed and handed over`);
  await crowd(orders, WIDTH, (order, index) => bringParcel(setting, order, index));
}

async function bringParcel({ client, sample }: Setting, order: PlacedOrder, index: number): Promise<void> {
  const { orderId, household, place } = order;
  const station = sample.stations.find(({ stationId }) => 'stationId' in place && stationId === place.stationId);
  const holder = station?.organisation ?? CARRIER;
  const resident = household.members[0]!.actorId;
  const planned = await until(`parcel ${orderId} is planned`, async () => {
    const { status, body } = await client.get(`parcels/${orderId}`, 'pf-y');
    return status === 200 ? body : undefined;
  });
  const lines = planned['lines'] as { quantity: number; weightGrams: number }[];
  const contents = {
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    weightGrams: lines.reduce((sum, { quantity, weightGrams }) => sum + quantity * weightGrams, 0),
  };
  await client.must(`parcels/${orderId}/packing`, contents, { as: 'pf-y', action: 'PackParcel' });
  await client.must(`parcels/${orderId}/offers`, { to: holder }, { as: 'pf-y', action: 'OfferParcel' });
  await client.must(`parcels/${orderId}/acceptance`, {}, { as: holder, action: 'AcceptParcel' });
  const pass = await client.get(`passes/${orderId}`, resident);
  if (pass.status !== 200) throw new Error(`no pass for ${orderId}: ${pass.status} ${JSON.stringify(pass.body)}`);
  await present({ client }, { order, pass, holder, index });
}

interface Presenting {
  order: PlacedOrder;
  pass: Answer;
  holder: string;
  index: number;
}

async function present({ client }: Pick<Setting, 'client'>, { order, pass, holder, index }: Presenting): Promise<void> {
  const { orderId } = order;
  const place = 'stationId' in order.place ? order.place.stationId : order.household.territory;
  const token = pass.body['token'] as string;
  if (index % 30 === 4) await refused({ client }, { place, pass: forged(token) }, holder);
  const proof =
    order.place.kind === 'door' && index % 2 === 0
      ? { parcelId: orderId, code: pass.body['spokenCode'] as string }
      : { pass: token };
  await client.must('hand-overs', { id: newId(), place, ...proof }, { as: holder, action: 'HandOverParcel' });
  if (index % 30 === 9) await refused({ client }, { place, pass: token }, holder);
}

async function refused(
  { client }: Pick<Setting, 'client'>,
  showing: { place: string; pass: string },
  as: string,
): Promise<void> {
  const answer = await client.command('hand-overs', { id: newId(), ...showing }, { as, action: 'bad pass' });
  if (answer.status !== 409) throw new Error(`a bad pass was answered ${answer.status}`);
}

/** The same pass with one character of its signature changed. */
function forged(token: string): string {
  const at = token.length - 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
