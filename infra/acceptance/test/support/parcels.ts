import { until } from '@baogong/drill';
import type { Reply } from './by-path.js';
import type { Community } from './community.js';
import { must, newId, type World } from './world.js';

export async function planned(world: World, id: string, as: string): Promise<Record<string, unknown>> {
  return until(`parcel ${id} is planned`, async () => {
    const answer = await world.as(as).get('/api/v1/parcels/{id}', { path: { id } });
    return answer.ok ? answer.body : undefined;
  });
}

export async function pack(world: World, community: Community, id: string): Promise<void> {
  await planned(world, id, community.firm);
  const body = { pieces: 1, weightGrams: 5000 };
  must(await world.as(community.firm).post('/api/v1/parcels/{id}/packing', { path: { id }, body }));
}

/** Offered by whoever packed it and accepted by its next holder. */
export async function carry(world: World, community: Community, { id, to }: { id: string; to: string }): Promise<void> {
  const path = { id };
  must(await world.as(community.firm).post('/api/v1/parcels/{id}/offers', { path, body: { to } }));
  must(await world.as(to).post('/api/v1/parcels/{id}/acceptance', { path }));
}

export async function passOf(world: World, id: string, as: string): Promise<{ token: string; spokenCode: string }> {
  const { body } = must(await world.as(as).get('/api/v1/passes/{parcelId}', { path: { parcelId: id } }));
  return body;
}

export type Shown = { place: string } & ({ pass: string } | { parcelId: string; code: string });

export function show({ client }: World, shown: Shown, as: string): Promise<Reply> {
  return client.command('hand-overs', { id: newId(), ...shown }, { as });
}

/** The same pass with one character of its signature changed. */
export function forged(token: string): string {
  const at = token.length - 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
