import type { Community } from './community.js';
import type { World } from './world.js';

export type Things = Record<string, string>;

/** A command as a person gives it, and the things that must be there so that duty is all that is in question. */
export interface Call {
  action: string;
  method?: 'PUT';
  things: Things;
  make(world: World, community: Community): Promise<Things>;
  request(things: Things, community: Community): { path: string; body: unknown; ifMatch?: string };
}

export type Draft = Omit<Call, 'things'>;
