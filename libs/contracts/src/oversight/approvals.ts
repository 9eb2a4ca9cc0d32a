import { ACTIONS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const instant = z.string().min(1);
const role = z.enum(ROLES);
const action = z.enum(ACTIONS);
/** Due time of the clock that this ends; missing where none ran. */
const clock = instant.optional();
const hop = z.object({
  hop: z.union([z.literal(1), z.literal(2)]),
  role,
  office: id,
  since: instant,
  rule: id.optional(),
  escalateTo: role.optional(),
  dueAt: instant.optional(),
});
const ended = {
  approvalId: id,
  action,
  territory: id,
  hops: z.union([z.literal(1), z.literal(2)]),
  waitedMinutes: z.number().int().nonnegative(),
  clock,
};
const mean = z.object({ hops: z.number(), waitedMinutes: z.number() });

const approvalRequested = z.object({
  approvalId: id,
  action,
  territory: id,
  subject: id,
  reason: id,
  requestedBy: z.array(id).min(1),
  role,
  at: hop,
});
const approvalForwarded = z.object({ approvalId: id, forwardedBy: id, at: hop, clock });
const approvalGranted = z.object({ ...ended, role, grantedBy: id });
const approvalTacitlyGranted = z.object({ ...ended, role, silent: id, rule: z.string(), escalateTo: role.optional() });
const approvalDeclined = z.object({ ...ended, role, declinedBy: id, reason: id });
const approvalClockSet = z.object({ approvalId: id, rule: id, dueAt: instant, clock });
const approvalClockStopped = z.object({ approvalId: id, clock: instant });
const approvalStepsGrew = z.object({ action, district: id, week: id, before: mean, now: mean });

export type ApprovalRequested = z.infer<typeof approvalRequested>;
export type ApprovalForwarded = z.infer<typeof approvalForwarded>;
export type ApprovalGranted = z.infer<typeof approvalGranted>;
export type ApprovalTacitlyGranted = z.infer<typeof approvalTacitlyGranted>;
export type ApprovalDeclined = z.infer<typeof approvalDeclined>;
export type ApprovalClockSet = z.infer<typeof approvalClockSet>;
export type ApprovalClockStopped = z.infer<typeof approvalClockStopped>;
export type ApprovalStepsGrew = z.infer<typeof approvalStepsGrew>;

const approvalId = '0198c0de-0000-7000-8000-0000000000d1';
const dueAt = '2026-04-15T04:00:00.000Z';
const office = { role: 'subdistrict-office' as const, rule: 'grant-approval/subdistrict-office' };
const first = {
  ...office,
  ...{
    hop: 1 as const,
    office: 'sd-1',
    since: '2026-04-15T00:00:00.000Z',
    escalateTo: 'district-office' as const,
    dueAt,
  },
};
const about = { approvalId, action: 'OpenStation' as const, territory: 'd-pudong/s-weifang/c-y' };
const end = { ...about, hops: 1 as const, waitedMinutes: 240 };

export const approvalsContracts = {
  ApprovalRequested: contract({
    version: 1,
    schema: approvalRequested,
    example: {
      ...{ ...about, subject: 'a third station at the north gate', reason: 'the two others are full' },
      ...{ requestedBy: ['rc-y'], role: 'residents-committee', at: first },
    },
  }),
  ApprovalForwarded: contract({
    version: 1,
    schema: approvalForwarded,
    example: {
      ...{ approvalId, forwardedBy: 'sd-1', clock: dueAt },
      at: { hop: 2, role: 'district-office', office: 'do-1', since: '2026-04-15T01:00:00.000Z' },
    },
  }),
  ApprovalGranted: contract({
    version: 1,
    schema: approvalGranted,
    example: { ...end, waitedMinutes: 35, role: office.role, grantedBy: 'sd-1', clock: dueAt },
  }),
  ApprovalTacitlyGranted: contract({
    version: 1,
    schema: approvalTacitlyGranted,
    example: { ...end, ...office, silent: 'sd-1', escalateTo: 'district-office', clock: dueAt },
  }),
  ApprovalDeclined: contract({
    version: 1,
    schema: approvalDeclined,
    example: { ...end, waitedMinutes: 35, role: office.role, declinedBy: 'sd-1', reason: 'no room for a queue there' },
  }),
  ApprovalClockSet: contract({
    version: 1,
    schema: approvalClockSet,
    example: { approvalId, rule: office.rule, dueAt },
  }),
  ApprovalClockStopped: contract({ version: 1, schema: approvalClockStopped, example: { approvalId, clock: dueAt } }),
  ApprovalStepsGrew: contract({
    version: 1,
    schema: approvalStepsGrew,
    example: {
      ...{ action: 'OpenStation', district: 'd-pudong', week: '2026-04-13' },
      ...{ before: { hops: 1, waitedMinutes: 40 }, now: { hops: 1.67, waitedMinutes: 130 } },
    },
  }),
};
