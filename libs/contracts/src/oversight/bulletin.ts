import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const count = z.int().nonnegative();
/** Null where it is one to four: so few households could be recognised. */
const told = count.nullable();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const tally = z.object({ organisation: id, count: z.int().positive() });
const goods = { item: id, itemClass: id };

/** The page as it can be printed and checked: what it says of the day, the page before it, and its own digest. */
const bulletinPublished = z.object({
  form: z.literal('baogong-bulletin-1'),
  territory: id,
  day,
  madeAt: id,
  previous: z.object({ day, digest }).nullable(),
  content: z.object({
    arrivals: z.array(
      z.object({ ...goods, supplier: id, offered: count, dispatched: count, arrived: count, accepted: count }),
    ),
    shares: z.array(z.object({ ...goods, requested: told, granted: told, handedOver: told })),
    orders: z.object({ requested: told, granted: told, shorted: told, unserved: told, handedOver: told }),
    rules: z.object({
      matrixVersion: count,
      posture: id,
      risk: id,
      policyVersion: count,
      accepted: z.array(tally),
      rejected: z.array(tally),
    }),
    refusals: z.array(tally),
    breaches: z.array(tally),
    cases: z.object({ opened: told, closed: told, open: told }),
  }),
  digest,
});

const MEASURES = [
  'late-consignments',
  'short-households',
  'unserved-households',
  'unreached-households',
  'unserved-orders',
  'refusals',
  'breaches',
  'open-cases',
] as const;
const alertThresholdSet = z.object({
  thresholdId: id,
  territory: id,
  measure: z.enum(MEASURES),
  atLeast: z.int().positive(),
});
const thresholdCrossed = alertThresholdSet.extend({
  direction: z.enum(['above', 'below']),
  /** What was counted; null where it is one to four of households. */
  value: told,
  crossing: z.int().positive(),
});

export type BulletinPublished = z.infer<typeof bulletinPublished>;
export type AlertThresholdSet = z.infer<typeof alertThresholdSet>;
export type ThresholdCrossed = z.infer<typeof thresholdCrossed>;

const late = {
  thresholdId: '0198c0de-0000-7000-8000-0000000000d1',
  territory: 'd-pudong/s-weifang/c-y',
  measure: 'late-consignments' as const,
  atLeast: 3,
};

export const bulletinContracts = {
  BulletinPublished: contract({
    version: 1,
    schema: bulletinPublished,
    example: {
      form: 'baogong-bulletin-1',
      territory: 'd-pudong/s-weifang/c-y',
      day: '2026-04-15',
      madeAt: '2026-04-16T00:00:00.000Z',
      previous: { day: '2026-04-14', digest: '5'.repeat(64) },
      content: {
        arrivals: [
          {
            ...{ item: 'Vegetable bag 5 kg', itemClass: 'food', supplier: 'gp-1' },
            ...{ offered: 1200, dispatched: 1200, arrived: 1200, accepted: 1180 },
          },
        ],
        shares: [{ item: 'Vegetable bag 5 kg', itemClass: 'food', requested: 1350, granted: 1180, handedOver: 1175 }],
        orders: { requested: 1350, granted: 1180, shorted: 170, unserved: 170, handedOver: 1175 },
        rules: {
          ...{ matrixVersion: 1, posture: 'lockdown', risk: 'high', policyVersion: 1 },
          accepted: [],
          rejected: [{ organisation: 'pf-y', count: 1 }],
        },
        refusals: [{ organisation: 'pf-y', count: 12 }],
        breaches: [{ organisation: 'pf-y', count: 2 }],
        cases: { opened: 8, closed: null, open: 7 },
      },
      digest: 'a'.repeat(64),
    },
  }),
  AlertThresholdSet: contract({ version: 1, schema: alertThresholdSet, example: late }),
  ThresholdCrossed: contract({
    version: 1,
    schema: thresholdCrossed,
    example: { ...late, direction: 'above', value: 3, crossing: 1 },
  }),
};
