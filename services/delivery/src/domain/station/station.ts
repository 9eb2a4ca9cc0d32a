import { accept, reject, type Decider } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';
import type { Asked, Said } from '../messages.js';

export interface Station {
  stationId: string;
  territory: Territory;
  name: string;
  /** Who runs it. */
  organisation: string;
  /** Time of day where the station is, `08:00`. */
  opensAt: string;
  closesAt: string;
}

/** `onlyFor`: the organisation whose stations alone this role may open, where the rule reaches no further. */
export type StationCommand = Asked<'OpenStation', Station & { onlyFor?: string }>;
export type StationEvent = Said<'StationOpened', Station>;
export type StationRejection = 'already-open' | 'closes-before-it-opens' | 'not-your-organisation';
export type StationState = { status: 'none' } | { status: 'open'; station: Station };

export const stationStream = (stationId: string): string => `station-${stationId}`;

export const station: Decider<StationState, StationCommand, StationEvent, StationRejection> = {
  initial: { status: 'none' },

  decide({ at, data: { onlyFor, ...opened } }, state) {
    if (state.status === 'open') return reject('already-open');
    if (opened.opensAt >= opened.closesAt) return reject('closes-before-it-opens');
    if (onlyFor !== undefined && opened.organisation !== onlyFor) return reject('not-your-organisation');
    return accept({ type: 'StationOpened', at, data: opened });
  },

  evolve: (_state, { data }) => ({ status: 'open', station: data }),
};
