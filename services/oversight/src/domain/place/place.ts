import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { isTerritory, type Instant, type Territory } from '@baogong/kernel';

export interface Registration {
  territory: Territory;
  name?: string;
}
export interface PlaceCommand {
  type: 'RegisterTerritory';
  at: Instant;
  by: By;
  /** `parentKnown`: whether what lies directly above is registered; a district is known by its installation. */
  data: Registration & { parentKnown: boolean };
}
export interface PlaceEvent {
  type: 'TerritoryRegistered';
  at: Instant;
  data: Registration;
}
export type PlaceRejection = 'unknown-territory' | 'orphan-territory' | 'already-registered';
export type PlaceState = { status: 'none' } | { status: 'registered'; name?: string };

/** One place of the tree. A path that runs back upwards or in a circle is no territory; one without its parent is an orphan. */
export const place: Decider<PlaceState, PlaceCommand, PlaceEvent, PlaceRejection> = {
  initial: { status: 'none' },

  decide({ type, at, data }, state) {
    switch (type) {
      case 'RegisterTerritory': {
        const { territory, name, parentKnown } = data;
        if (!isTerritory(territory)) return reject('unknown-territory');
        if (state.status === 'registered') return state.name === name ? accept() : reject('already-registered');
        if (!parentKnown) return reject('orphan-territory');
        return accept({ type: 'TerritoryRegistered', at, data: { territory, ...(name ? { name } : {}) } });
      }
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'TerritoryRegistered':
        return { status: 'registered', ...(event.data.name ? { name: event.data.name } : {}) };
      default:
        return unreachable(event.type);
    }
  },
};
