import { FORMS_TOLD } from '@baogong/http';
import { z } from 'zod';
import { needsTotal } from '../needs/needs.answers.js';
import { throughput } from '../throughput/throughput.answers.js';

const { id, instant, whole, masked } = FORMS_TOLD;

const tallies = z.array(z.strictObject({ organisation: id, count: whole }));

export const situationTold = z.strictObject({
  territory: id,
  from: instant,
  to: instant,
  flow: throughput,
  needs: needsTotal,
  lateConsignments: whole,
  refusals: z.array(z.strictObject({ organisation: id, count: whole, persons: masked })),
  rules: z.strictObject({ accepted: tallies, rejected: tallies }),
  duties: z.strictObject({ breached: tallies, pastTheirClock: whole, uncoveredHours: whole }),
  approvals: z.strictObject({
    ended: whole,
    tacit: whole,
    declined: whole,
    meanHops: z.number().optional(),
    meanWaitedMinutes: z.number().optional(),
  }),
  cases: z.strictObject({ opened: masked, closed: masked, open: masked }),
  clerical: z.strictObject({
    minutes: whole,
    records: z.strictObject({
      requested: whole,
      granted: whole,
      counted: whole,
      packed: whole,
      handedOver: whole,
      cases: whole,
      breaches: whole,
      bulletins: whole,
    }),
  }),
});
