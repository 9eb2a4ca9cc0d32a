import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { isTerritory, type Instant, type Territory } from '@baogong/kernel';

/** What can be watched: each is one number of a place, as the district's view counts it. */
export const MEASURES = [
  'late-consignments',
  'short-households',
  'unserved-households',
  'unreached-households',
  'unserved-orders',
  'refusals',
  'breaches',
  'open-cases',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Threshold {
  thresholdId: string;
  territory: Territory;
  measure: Measure;
  /** From this number on it is crossed. */
  atLeast: number;
}
export interface Crossing extends Threshold {
  direction: 'above' | 'below';
  /** What may be told of the number: null where it is of one to four households. */
  value: number | null;
  /** Counts the crossings of this threshold, both ways. */
  crossing: number;
}

interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string, D> {
  type: T;
  at: Instant;
  data: D;
}
export type ThresholdCommand =
  Asked<'SetAlertThreshold', Threshold> | Asked<'RecordCrossing', { value: number; told: number | null }>;
export type ThresholdEvent = Happened<'AlertThresholdSet', Threshold> | Happened<'ThresholdCrossed', Crossing>;
export type ThresholdRejection = 'unknown-territory' | 'not-set' | 'about-something-else' | 'not-crossed';
export type ThresholdState =
  { status: 'none' } | { status: 'set'; threshold: Threshold; above: boolean; crossings: number };

/** A threshold upwards: an alert is told once when it is crossed, and once when that is over. */
export const threshold: Decider<ThresholdState, ThresholdCommand, ThresholdEvent, ThresholdRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'SetAlertThreshold':
        return set(command, state);
      case 'RecordCrossing':
        return cross(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'AlertThresholdSet': {
        const before = state.status === 'set' ? state : { above: false, crossings: 0 };
        return { status: 'set', threshold: event.data, above: before.above, crossings: before.crossings };
      }
      case 'ThresholdCrossed': {
        const { direction, value: _, crossing, ...of } = event.data;
        return { status: 'set', threshold: of, above: direction === 'above', crossings: crossing };
      }
      default:
        return unreachable(event);
    }
  },
};

type Decided = Decision<ThresholdEvent, ThresholdRejection>;

function set({ at, data }: Extract<ThresholdCommand, { type: 'SetAlertThreshold' }>, state: ThresholdState): Decided {
  if (!isTerritory(data.territory)) return reject('unknown-territory');
  if (state.status === 'set' && !isOfSame(state.threshold, data)) return reject('about-something-else');
  if (state.status === 'set' && state.threshold.atLeast === data.atLeast) return accept();
  return accept({ type: 'AlertThresholdSet', at, data });
}

function cross({ at, data }: Extract<ThresholdCommand, { type: 'RecordCrossing' }>, state: ThresholdState): Decided {
  if (state.status === 'none') return reject('not-set');
  const above = data.value >= state.threshold.atLeast;
  if (above === state.above) return reject('not-crossed');
  const direction = above ? 'above' : 'below';
  const crossing = { ...state.threshold, direction, value: data.told, crossing: state.crossings + 1 } as const;
  return accept({ type: 'ThresholdCrossed', at, data: crossing });
}

function isOfSame(known: Threshold, asked: Threshold): boolean {
  return known.territory === asked.territory && known.measure === asked.measure;
}
