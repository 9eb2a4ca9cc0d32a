import { until, type Answer } from '@baogong/drill';
import type { Community } from './community.js';
import { newId, type World } from './world.js';

export async function planned(world: World, id: string, as: string): Promise<Record<string, unknown>> {
  return until(`parcel ${id} is planned`, async () => {
    const { status, body } = await world.client.get(`parcels/${id}`, as);
    return status === 200 ? body : undefined;
  });
}

export async function pack(world: World, community: Community, id: string): Promise<void> {
  await planned(world, id, community.firm);
  await world.client.must(`parcels/${id}/packing`, { pieces: 1, weightGrams: 5000 }, { as: community.firm });
}

/** Offered by whoever packed it and accepted by its next holder. */
export async function carry(world: World, community: Community, { id, to }: { id: string; to: string }): Promise<void> {
  await world.client.must(`parcels/${id}/offers`, { to }, { as: community.firm });
  await world.client.must(`parcels/${id}/acceptance`, {}, { as: to });
}

export async function passOf(
  { client }: World,
  id: string,
  as: string,
): Promise<{ token: string; spokenCode: string }> {
  const { status, body } = await client.get(`passes/${id}`, as);
  if (status !== 200) throw new Error(`pass ${id}: ${status} ${JSON.stringify(body)}`);
  return body as unknown as { token: string; spokenCode: string };
}

export type Shown = { place: string } & ({ pass: string } | { parcelId: string; code: string });

export function show({ client }: World, shown: Shown, as: string): Promise<Answer> {
  return client.command('hand-overs', { id: newId(), ...shown }, { as });
}

/** The same pass with one character of its signature changed. */
export function forged(token: string): string {
  const at = token.length - 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
