import { ACTIONS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const posture = z.enum(['normal', 'alert', 'lockdown', 'recovery']);

const dutyRule = z.object({
  id: z.string().min(1),
  role: z.enum(ROLES),
  action: z.enum(ACTIONS),
  modality: z.enum(['allowed', 'obliged', 'forbidden']),
  postures: z.array(posture).min(1),
  scope: z.enum(['territory', 'own-household', 'own-organisation', 'city']),
  deadlineMinutes: z.number().int().positive().optional(),
  escalateTo: z.enum(ROLES).optional(),
  legalBasis: z.string().min(1),
  appeal: z.string().min(1),
  seedRef: z.string().min(1),
  validFrom: z.string(),
  validTo: z.string().optional(),
});

const dutyMatrixActivated = z.object({ version: z.number().int().positive(), rules: z.array(dutyRule).min(1) });

const postureSwitched = z.object({ posture, territory: z.string().min(1), reason: z.string().min(1) });

export type DutyMatrixActivated = z.infer<typeof dutyMatrixActivated>;
export type PostureSwitched = z.infer<typeof postureSwitched>;

export const dutiesContracts = {
  DutyMatrixActivated: contract({
    version: 1,
    schema: dutyMatrixActivated,
    example: {
      version: 1,
      rules: [
        {
          id: 'open-round/residents-committee',
          role: 'residents-committee',
          action: 'OpenRound',
          modality: 'allowed',
          postures: ['normal', 'alert', 'lockdown', 'recovery'],
          scope: 'territory',
          legalBasis: 'Organic Law of Urban Residents Committees, article 3',
          appeal: 'sub-district office',
          seedRef: 'S41',
          validFrom: '2026-01-01T00:00:00.000Z',
        },
      ],
    },
  }),
  PostureSwitched: contract({
    version: 1,
    schema: postureSwitched,
    example: { posture: 'lockdown', territory: 'd-pudong', reason: 'order 12 of the district command' },
  }),
};
