import type { Territory } from '@baogong/kernel';
import { place } from '../domain/place/place.js';
import type { Runtime } from './runtime.js';
import { placeStream } from './streams.js';

/** Whether the registry knows a place; a district is known by its installation. */
export async function isRegistered({ store }: Runtime, territory: Territory): Promise<boolean> {
  if (!territory.includes('/')) return true;
  return (await store.load(placeStream(territory).id, place)).state.status === 'registered';
}
