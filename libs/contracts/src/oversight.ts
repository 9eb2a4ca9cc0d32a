import { ACTIONS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from './contract.js';

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

const actorRegistered = z.object({
  actorId: z.string().min(1),
  kind: z.enum(['person', 'organisation']),
  // Organisations are named to the district; persons never are, anywhere in the log.
  name: z.string().optional(),
});

const roleGranted = z.object({
  grantId: z.string().min(1),
  actorId: z.string().min(1),
  role: z.enum(ROLES),
  territory: z.string().min(1),
  organisation: z.string().optional(),
  expiresAt: z.string().optional(),
});

const roleWithdrawn = z.object({ grantId: z.string().min(1), actorId: z.string().min(1) });

const dutyMatrixActivated = z.object({ version: z.number().int().positive(), rules: z.array(dutyRule).min(1) });

const postureSwitched = z.object({ posture, territory: z.string().min(1), reason: z.string().min(1) });

export type ActorRegistered = z.infer<typeof actorRegistered>;
export type RoleGranted = z.infer<typeof roleGranted>;
export type RoleWithdrawn = z.infer<typeof roleWithdrawn>;
export type DutyMatrixActivated = z.infer<typeof dutyMatrixActivated>;
export type PostureSwitched = z.infer<typeof postureSwitched>;

export const oversightContracts = {
  ActorRegistered: contract({
    version: 1,
    schema: actorRegistered,
    example: { actorId: 'pf-y', kind: 'organisation', name: 'Y Garden Property' },
  }),
  RoleGranted: contract({
    version: 1,
    schema: roleGranted,
    example: {
      grantId: '0198c0de-0000-7000-8000-0000000000a1',
      actorId: 'pf-y',
      role: 'property-firm',
      territory: 'd-pudong/s-weifang/c-y',
      organisation: 'pf-y',
    },
  }),
  RoleWithdrawn: contract({
    version: 1,
    schema: roleWithdrawn,
    example: { grantId: '0198c0de-0000-7000-8000-0000000000a1', actorId: 'pf-y' },
  }),
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
