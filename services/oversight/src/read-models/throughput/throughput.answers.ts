import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';
import { FUNNEL_KEYS } from './funnel.query.js';
import { LEGS, STAGES, type Leg, type Stage } from './stages.js';

const { id, text, instant, whole } = FORMS_TOLD;

/** `hidden`: how many cells of fewer than five orders are not in it. */
const amount = z.strictObject({ count: whole, pieces: whole, grams: whole, hidden: whole.optional() });
const minutes = z.strictObject({ count: whole, p50: z.number(), p90: z.number() });

export const throughput = z.strictObject({
  stages: z.strictObject(each(STAGES, amount)),
  minutes: z.strictObject(each(LEGS, minutes.optional())),
});
const period = { territory: id, from: instant, to: instant };

export const hoursPage = pageTold(throughput.extend({ community: id, hour: instant })).extend({
  ...period,
  total: throughput,
});

export const funnelPage = pageTold(throughput.extend({ key: text })).extend({
  ...period,
  by: z.enum(FUNNEL_KEYS),
  total: throughput,
});

function each<K extends Stage | Leg, S>(names: readonly K[], form: S): Record<K, S> {
  return Object.fromEntries(names.map((name) => [name, form])) as Record<K, S>;
}
