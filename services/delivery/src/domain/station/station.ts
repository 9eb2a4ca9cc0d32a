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

export type StationCommand = Asked<'OpenStation', Station>;
export type StationEvent = Said<'StationOpened', Station>;
export type StationRejection = 'already-open' | 'closes-before-it-opens' | 'not-your-organisation';
export type StationState = { status: 'none' } | { status: 'open'; station: Station };

export const stationStream = (stationId: string): string => `station-${stationId}`;

export const station: Decider<StationState, StationCommand, StationEvent, StationRejection> = {
  initial: { status: 'none' },

  decide({ at, by, data }, state) {
    if (state.status === 'open') return reject('already-open');
    if (data.opensAt >= data.closesAt) return reject('closes-before-it-opens');
    // The committee gives every station of its community a place; everybody else opens their own.
    if (data.organisation !== by.organisation && by.role !== 'residents-committee') {
      return reject('not-your-organisation');
    }
    return accept({ type: 'StationOpened', at, data });
  },

  evolve: (_state, { data }) => ({ status: 'open', station: data }),
};
