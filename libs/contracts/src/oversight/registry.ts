import { ACTIONS, ROLES } from '@baogong/duties';
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
  /** Missing means all that the role may do. */
  actions: z.array(z.enum(ACTIONS)).min(1).optional(),
});

const roleWithdrawn = z.object({ grantId: z.string().min(1), actorId: z.string().min(1) });

const territoryRegistered = z.object({ territory: z.string().min(1), name: z.string().optional() });

const dutyDelegated = z.object({
  delegationId: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  role: z.enum(ROLES),
  territory: z.string().min(1),
  actions: z.array(z.enum(ACTIONS)).min(1),
  organisation: z.string().optional(),
  startsAt: z.string(),
  expiresAt: z.string(),
});

const delegationRevoked = z.object({ delegationId: z.string().min(1), from: z.string().min(1), to: z.string().min(1) });

const proxyAppointed = z.object({
  proxyId: z.string().min(1),
  householdId: z.string().min(1),
  territory: z.string().min(1),
  actorId: z.string().min(1),
  kind: z.enum(['relative', 'neighbour', 'volunteer']),
  // How the household agreed; who it was stays in the household register.
  consent: z.enum(['own-account', 'in-person', 'telephone', 'paper']),
  actions: z.array(z.enum(ACTIONS)).min(1),
  startsAt: z.string(),
  expiresAt: z.string(),
});

const proxyRevoked = z.object({ proxyId: z.string().min(1), actorId: z.string().min(1) });

export type TerritoryRegistered = z.infer<typeof territoryRegistered>;
export type DutyDelegated = z.infer<typeof dutyDelegated>;
export type DelegationRevoked = z.infer<typeof delegationRevoked>;
export type ProxyAppointed = z.infer<typeof proxyAppointed>;
export type ProxyRevoked = z.infer<typeof proxyRevoked>;
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
  TerritoryRegistered: contract({
    version: 1,
    schema: territoryRegistered,
    example: { territory: 'd-pudong/s-weifang/c-y/l-1', name: 'Bamboo lane' },
  }),
  DutyDelegated: contract({
    version: 1,
    schema: dutyDelegated,
    example: {
      delegationId: '0198c0de-0000-7000-8000-0000000000b1',
      from: 'rc-y',
      to: 'pf-y',
      role: 'residents-committee',
      territory: 'd-pudong/s-weifang/c-y/b-07',
      actions: ['ReceiveGoods', 'PackParcel'],
      organisation: 'rc-y',
      startsAt: '2026-04-15T00:00:00.000Z',
      expiresAt: '2026-04-22T00:00:00.000Z',
    },
  }),
  DelegationRevoked: contract({
    version: 1,
    schema: delegationRevoked,
    example: { delegationId: '0198c0de-0000-7000-8000-0000000000b1', from: 'rc-y', to: 'pf-y' },
  }),
  ProxyAppointed: contract({
    version: 1,
    schema: proxyAppointed,
    example: {
      proxyId: '0198c0de-0000-7000-8000-0000000000b2',
      householdId: '0302',
      territory: 'd-pudong/s-weifang/c-y/b-07/h-0302',
      actorId: 'vo-001',
      kind: 'volunteer',
      consent: 'telephone',
      actions: ['PlaceOrder', 'CancelOrder'],
      startsAt: '2026-04-15T00:00:00.000Z',
      expiresAt: '2026-05-15T00:00:00.000Z',
    },
  }),
  ProxyRevoked: contract({
    version: 1,
    schema: proxyRevoked,
    example: { proxyId: '0198c0de-0000-7000-8000-0000000000b2', actorId: 'vo-001' },
  }),
};
