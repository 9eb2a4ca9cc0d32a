import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { isTerritory, type Instant, type Territory } from '@baogong/kernel';

export const POSTURES = ['normal', 'alert', 'lockdown', 'recovery'] as const;
export type PostureName = (typeof POSTURES)[number];

export interface Switch {
  posture: PostureName;
  territory: Territory;
  reason: string;
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
export type PostureRejection = 'no-reason' | 'unknown-territory' | 'already-in-posture';
export type PostureState = { posture?: PostureName };

/** One stream per territory: a district and a community of it may stand in different postures. */
export const posture: Decider<PostureState, PostureCommand, PostureEvent, PostureRejection> = {
  initial: {},

  decide({ type, at, data }, state) {
    switch (type) {
      case 'SwitchPosture':
        if (!isTerritory(data.territory)) return reject('unknown-territory');
        if (data.reason.trim() === '') return reject('no-reason');
        if (state.posture === data.posture) return reject('already-in-posture');
        return accept({ type: 'PostureSwitched', at, data });
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'PostureSwitched':
        return { posture: event.data.posture };
      default:
        return unreachable(event.type);
    }
  },
};
