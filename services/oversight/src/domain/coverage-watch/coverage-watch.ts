import { accept, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';

/** A duty for which nobody is there, and to whom it is offered, best rank first. */
export interface Gap {
  territory: Territory;
  action: string;
  offeredTo: { rank: number; role: string; holders: number }[];
}

export interface CoverageWatchCommand {
  type: 'WatchCoverage';
  at: Instant;
  by: By;
  data: { hour: Instant; gaps: Gap[] };
}
export type CoverageWatchEvent =
  | { type: 'DutyUncovered'; at: Instant; data: Gap & { hour: Instant } }
  | { type: 'DutyCovered'; at: Instant; data: { territory: Territory; action: string; hour: Instant } };

/** Which gaps are known: action by place. */
export type CoverageWatchState = Readonly<Record<string, { territory: Territory; action: string }>>;

/** The rest of a great hole is told in the hours after. */
const TOLD_MAX = 500;

const keyOf = ({ territory, action }: { territory: Territory; action: string }) => `${territory} ${action}`;

/** One watch per district, once an hour: an alarm when a gap opens, an all-clear when it closes, silence in between. */
export const coverageWatch: Decider<CoverageWatchState, CoverageWatchCommand, CoverageWatchEvent, never> = {
  initial: {},
  snapshotRevision: 1,

  decide({ type, at, data: { hour, gaps } }, state) {
    switch (type) {
      case 'WatchCoverage': {
        const open = new Set(gaps.map(keyOf));
        const fresh = gaps.filter((gap) => !(keyOf(gap) in state)).slice(0, TOLD_MAX);
        const closed = Object.entries(state).filter(([key]) => !open.has(key));
        return accept<CoverageWatchEvent>(
          ...fresh.map((gap) => ({ type: 'DutyUncovered' as const, at, data: { ...gap, hour } })),
          ...closed.map(([, place]) => ({ type: 'DutyCovered' as const, at, data: { ...place, hour } })),
        );
      }
      default:
        return unreachable(type);
    }
  },

  evolve(state, event) {
    const { territory, action } = event.data;
    const { [keyOf({ territory, action })]: _known, ...others } = state;
    return event.type === 'DutyUncovered' ? { ...others, [keyOf(event.data)]: { territory, action } } : others;
  },
};
