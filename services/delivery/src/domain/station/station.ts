import { accept, reject, unreachable, type Decider } from '@baogong/decider';
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

export type Amendment = Pick<Station, 'name' | 'opensAt' | 'closesAt'>;

/** `onlyFor`: the organisation whose stations alone this role may keep, where the rule reaches no further. */
export type StationCommand =
  Asked<'OpenStation', Station & { onlyFor?: string }> | Asked<'AmendStation', Amendment & { onlyFor?: string }>;
export type StationEvent = Said<'StationOpened', Station> | Said<'StationAmended', Station>;
export type StationRejection = 'already-open' | 'closes-before-it-opens' | 'not-your-organisation' | 'not-open';
export type StationState = { status: 'none' } | { status: 'open'; station: Station };

export const stationStream = (stationId: string): string => `station-${stationId}`;

export const station: Decider<StationState, StationCommand, StationEvent, StationRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    const { opensAt, closesAt } = command.data;
    if (opensAt >= closesAt) return reject('closes-before-it-opens');
    switch (command.type) {
      case 'OpenStation':
        return open(command, state);
      case 'AmendStation':
        return amend(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve: (_state, { data }) => ({ status: 'open', station: data }),
};

type Of<T> = Extract<StationCommand, { type: T }>;

function open({ at, data: { onlyFor, ...opened } }: Of<'OpenStation'>, state: StationState) {
  if (state.status === 'open') return reject('already-open');
  if (onlyFor !== undefined && opened.organisation !== onlyFor) return reject('not-your-organisation');
  return accept<StationEvent>({ type: 'StationOpened', at, data: opened });
}

/** Where it stands and who runs it stay: parcels on their way were promised to them. */
function amend({ at, data: { onlyFor, ...amendment } }: Of<'AmendStation'>, state: StationState) {
  if (state.status === 'none') return reject('not-open');
  if (onlyFor !== undefined && state.station.organisation !== onlyFor) return reject('not-your-organisation');
  const amended = { ...state.station, ...amendment };
  if (sameStation(amended, state.station)) return accept<StationEvent>();
  return accept<StationEvent>({ type: 'StationAmended', at, data: amended });
}

const sameStation = (left: Station, right: Station): boolean =>
  left.name === right.name && left.opensAt === right.opensAt && left.closesAt === right.closesAt;
