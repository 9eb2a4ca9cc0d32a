import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { isTerritory, type Instant, type Territory } from '@baogong/kernel';

export const POSTURES = ['normal', 'alert', 'lockdown', 'recovery'] as const;
export type PostureName = (typeof POSTURES)[number];

export interface Switch {
  posture: PostureName;
  territory: Territory;
  reason: string;
  /** The kind of crisis, in the district's own word: what the system does about it is data, not code. */
  incident?: string;
  rationing?: Rationing;
}

/** How much of one item a household may ask for while the posture lasts. */
export interface Rationing {
  perItem: number;
}
export interface PostureCommand {
  type: 'SwitchPosture';
  at: Instant;
  by: By;
  data: Switch;
}
export interface PostureEvent {
  type: 'PostureSwitched';
  at: Instant;
  data: Switch;
}
export type PostureRejection = 'no-reason' | 'unknown-territory' | 'already-in-posture' | 'ration-not-positive';
export type PostureState = { posture?: PostureName; rationing?: Rationing };

/** One stream per territory: a district and a community of it may stand in different postures. */
export const posture: Decider<PostureState, PostureCommand, PostureEvent, PostureRejection> = {
  initial: {},

  decide({ type, at, data }, state) {
    switch (type) {
      case 'SwitchPosture':
        if (!isTerritory(data.territory)) return reject('unknown-territory');
        if (data.reason.trim() === '') return reject('no-reason');
        if (data.rationing && data.rationing.perItem < 1) return reject('ration-not-positive');
        if (holdsAlready(state, data)) return reject('already-in-posture');
        return accept({ type: 'PostureSwitched', at, data });
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'PostureSwitched':
        return {
          posture: event.data.posture,
          ...(event.data.rationing ? { rationing: event.data.rationing } : {}),
        };
      default:
        return unreachable(event.type);
    }
  },
};

function holdsAlready(state: PostureState, asked: Switch): boolean {
  return state.posture === asked.posture && state.rationing?.perItem === asked.rationing?.perItem;
}
