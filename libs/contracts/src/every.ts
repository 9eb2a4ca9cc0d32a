import { contract } from './contract.js';
import { z } from 'zod';

/** Events that every service publishes on its own topic. */
export const everyContracts = {
  DutyRefused: contract({
    version: 1,
    schema: z.object({
      actor: z.string(),
      organisation: z.string().optional(),
      role: z.string(),
      action: z.string(),
      rule: z.string(),
      basis: z.string(),
      territory: z.string(),
      count: z.int().positive(),
    }),
    example: {
      actor: 'pf-y',
      organisation: 'pf-y',
      role: 'property-firm',
      action: 'SwitchPosture',
      rule: 'PF-SwitchPosture',
      basis: 'district emergency plan',
      territory: 'd-pudong/s-weifang/c-y',
      count: 3,
    },
  }),
};

export type DutyRefused = z.infer<typeof everyContracts.DutyRefused.schema>;
