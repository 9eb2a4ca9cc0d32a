import type { Measure } from '../../domain/threshold/threshold.js';
import { lastDay } from '../../application/period.js';
import type { Runtime } from '../../application/runtime.js';
import type { Territory } from '@baogong/kernel';
import { lateCount } from '../consignments/consignments.query.js';
import { masked } from '../masking.js';
import { needsOf, type Needs } from '../needs/needs.query.js';
import { refusalsByOrganisation } from '../refusals/refusals.query.js';
import { countsOf, pastTheirClock } from '../tally/tally.query.js';
import { totalOf } from '../throughput/throughput.query.js';

type Look = (runtime: Runtime, territory: Territory) => Promise<number>;

const day = ({ clock }: Runtime, territory: Territory) => ({ territory, persons: true, ...lastDay(clock.now()) });
const household =
  (column: keyof Needs): Look =>
  async (runtime, territory) =>
    (await needsOf(runtime, { territory, persons: true }))[column] ?? 0;

/** Each as the district's view counts it: what flows of the last 24 hours, what stands as it stands now. */
const LOOKS: Record<Measure, Look> = {
  'late-consignments': lateCount,
  'short-households': household('short'),
  'unserved-households': household('unserved'),
  'unreached-households': household('unreached'),
  'unserved-orders': async (runtime, territory) =>
    (await totalOf(runtime, day(runtime, territory))).stages.unserved.count,
  refusals: async (runtime, territory) =>
    (await refusalsByOrganisation(runtime, day(runtime, territory))).reduce((sum, { count }) => sum + count, 0),
  breaches: pastTheirClock,
  'open-cases': async (runtime, territory) => {
    const { 'case-opened': opened, 'case-closed': closed } = await countsOf(runtime, day(runtime, territory));
    return opened.before - closed.before;
  },
};

const OF_HOUSEHOLDS: readonly Measure[] = [
  'short-households',
  'unserved-households',
  'unreached-households',
  'unserved-orders',
  'open-cases',
];

export interface Watched {
  territory: Territory;
  measure: Measure;
}

/** The number as it is now, and as much of it as may be told. */
export async function measured(
  runtime: Runtime,
  { territory, measure }: Watched,
): Promise<{ value: number; told: number | null }> {
  const value = await LOOKS[measure](runtime, territory);
  return { value, told: masked(value, !OF_HOUSEHOLDS.includes(measure)) };
}
