import { ACTIONS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const instant = z.string().min(1);
const role = z.enum(ROLES);
/** Due time of the clock that this ends; missing where none ran. */
const clock = instant.optional();

const obligationId = 'count-0196a3c0-0000-7000-8000-000000000004';
const territory = 'd-pudong/s-weifang/c-y';
const dueAt = '2026-04-15T07:00:00.000Z';
const charge = { rule: 'receive-goods/property-firm', role: 'property-firm' as const, owner: 'pf-y' };

const dutyStarted = z.object({
  obligationId: id,
  action: z.enum(ACTIONS),
  territory: id,
  subject: z.object({ kind: z.enum(['consignment', 'parcel', 'round', 'rule-report']), id }),
  rule: id,
  role,
  owner: id,
  escalateTo: role,
  /** From here its time counts; it lies ahead where goods are promised for later. */
  startedAt: instant,
  dueAt: instant,
  promisedBy: instant.optional(),
  /** The actor whom the event named that began it. */
  named: id.optional(),
  medicine: z.boolean().optional(),
});
const dutyFulfilled = z.object({ obligationId: id, doneAt: instant, doneBy: id, late: z.boolean(), clock });
const dutyBreached = z.object({
  obligationId: id,
  action: z.enum(ACTIONS),
  territory: id,
  rule: id,
  role,
  owner: id,
  dueAt: instant,
});
const dutyEscalated = z.object({
  obligationId: id,
  level: z.union([z.literal(1), z.literal(2)]),
  rule: id,
  role,
  owner: id,
  escalateTo: role,
  dueAt: instant,
});
const dutyUnanswered = z.object({
  obligationId: id,
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  role,
  owner: id,
  dueAt: instant,
});
const dutyRescheduled = z.object({ obligationId: id, rule: id, dueAt: instant, clock: instant });
const dutyLapsed = z.object({
  obligationId: id,
  reason: z.enum(['withdrawn', 'uncollected', 'posture-switched']),
  breached: z.boolean(),
  clock,
});
const breachSettled = z.object({
  obligationId: id,
  outcome: z.enum(['done-otherwise', 'excused', 'upheld']),
  reason: id,
  role,
  settledBy: id,
  clock,
});

export type DutyStarted = z.infer<typeof dutyStarted>;
export type DutyFulfilled = z.infer<typeof dutyFulfilled>;
export type DutyBreached = z.infer<typeof dutyBreached>;
export type DutyEscalated = z.infer<typeof dutyEscalated>;
export type DutyUnanswered = z.infer<typeof dutyUnanswered>;
export type DutyRescheduled = z.infer<typeof dutyRescheduled>;
export type DutyLapsed = z.infer<typeof dutyLapsed>;
export type BreachSettled = z.infer<typeof breachSettled>;

const subject = { kind: 'consignment' as const, id: '0196a3c0-0000-7000-8000-000000000004' };
const startedAt = '2026-04-15T05:00:00.000Z';
const level = {
  level: 1 as const,
  rule: 'settle-breach/residents-committee',
  role: 'residents-committee' as const,
  owner: 'rc-y',
};

export const obligationsContracts = {
  DutyStarted: contract({
    version: 1,
    schema: dutyStarted,
    example: {
      ...{ obligationId, action: 'ReceiveGoods', territory, subject, ...charge },
      ...{ escalateTo: 'residents-committee', startedAt, dueAt, named: charge.owner },
    },
  }),
  DutyFulfilled: contract({
    version: 1,
    schema: dutyFulfilled,
    example: { obligationId, doneAt: '2026-04-15T06:10:00.000Z', doneBy: 'pf-y', late: false, clock: dueAt },
  }),
  DutyBreached: contract({
    version: 1,
    schema: dutyBreached,
    example: { obligationId, action: 'ReceiveGoods', territory, ...charge, dueAt },
  }),
  DutyEscalated: contract({
    version: 1,
    schema: dutyEscalated,
    example: { obligationId, ...level, escalateTo: 'subdistrict-office', dueAt: '2026-04-15T15:00:00.000Z' },
  }),
  DutyUnanswered: contract({
    version: 1,
    schema: dutyUnanswered,
    example: { obligationId, level: 2, role: 'subdistrict-office', owner: 'sd-1', dueAt: '2026-04-15T23:00:00.000Z' },
  }),
  DutyRescheduled: contract({
    version: 1,
    schema: dutyRescheduled,
    example: { obligationId, rule: charge.rule, dueAt: '2026-04-15T09:00:00.000Z', clock: dueAt },
  }),
  DutyLapsed: contract({
    version: 1,
    schema: dutyLapsed,
    example: { obligationId, reason: 'posture-switched', breached: false, clock: dueAt },
  }),
  BreachSettled: contract({
    version: 1,
    schema: breachSettled,
    example: {
      ...{ obligationId, outcome: 'excused', reason: 'the lift was out of order', role: 'residents-committee' },
      ...{ settledBy: 'rc-y', clock: '2026-04-15T15:00:00.000Z' },
    },
  }),
};
