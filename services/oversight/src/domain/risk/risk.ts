import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { isTerritory, type Instant, type Territory } from '@baogong/kernel';

export type RiskLevel = 'low' | 'medium' | 'high';
export interface Setting {
  level: RiskLevel;
  territory: Territory;
  reason: string;
}
export interface RiskCommand {
  type: 'SetRiskLevel';
  at: Instant;
  by: By;
  data: Setting;
}
export interface RiskEvent {
  type: 'RiskLevelSet';
  at: Instant;
  data: Setting;
}
export type RiskRejection = 'no-reason' | 'unknown-territory' | 'already-at-level';
export type RiskState = { level?: RiskLevel };

/** How dangerous a place is: a parameter of its own, whatever the posture of its district. */
export const risk: Decider<RiskState, RiskCommand, RiskEvent, RiskRejection> = {
  initial: {},

  decide({ type, at, data }, state) {
    switch (type) {
      case 'SetRiskLevel':
        if (!isTerritory(data.territory)) return reject('unknown-territory');
        if (data.reason.trim() === '') return reject('no-reason');
        if (state.level === data.level) return reject('already-at-level');
        return accept({ type: 'RiskLevelSet', at, data });
      default:
        return unreachable(type);
    }
  },

  evolve(_state, event) {
    switch (event.type) {
      case 'RiskLevelSet':
        return { level: event.data.level };
      default:
        return unreachable(event.type);
    }
  },
};
