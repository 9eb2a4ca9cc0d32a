import { ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

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

export type ActorRegistered = z.infer<typeof actorRegistered>;
export type RoleGranted = z.infer<typeof roleGranted>;
export type RoleWithdrawn = z.infer<typeof roleWithdrawn>;

export const registryContracts = {
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
};
