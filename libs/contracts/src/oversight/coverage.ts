import { ACTIONS, ROLES } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const instant = z.string().min(1);
const role = z.enum(ROLES);
const place = { territory: id, action: z.enum(ACTIONS) };
const rank = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const dutyClaimed = z.object({
  ...place,
  claimId: id,
  from: instant,
  to: instant,
  role,
  claimedBy: id,
  organisation: id,
  /** 1 obliged, 2 allowed, 3 as a fallback. */
  rank,
});
const dutyReleased = z.object({
  ...place,
  from: instant,
  to: instant,
  releasedBy: id,
  organisation: id,
  /** What the organisation has by its role, and not by a claim. */
  byRole: z.boolean(),
  reason: id,
});
const dutyUncovered = z.object({
  ...place,
  hour: instant,
  offeredTo: z.array(z.object({ rank, role, holders: z.number().int().positive() })),
});
const dutyCovered = z.object({ ...place, hour: instant });

export type DutyClaimed = z.infer<typeof dutyClaimed>;
export type DutyReleased = z.infer<typeof dutyReleased>;
export type DutyUncovered = z.infer<typeof dutyUncovered>;
export type DutyCovered = z.infer<typeof dutyCovered>;

const at = { territory: 'd-pudong/s-weifang/c-y', action: 'StaffStation' as const };
const from = '2026-04-15T06:00:00.000Z';
const span = { ...at, from, to: '2026-04-15T10:00:00.000Z' };

export const coverageContracts = {
  DutyClaimed: contract({
    version: 1,
    schema: dutyClaimed,
    example: {
      ...{ ...span, claimId: '0198c0de-0000-7000-8000-0000000000e1', role: 'volunteer', rank: 2 },
      ...{ claimedBy: 'vo-001', organisation: 'rc-y' },
    },
  }),
  DutyReleased: contract({
    version: 1,
    schema: dutyReleased,
    example: {
      ...span,
      releasedBy: 'ps-1',
      organisation: 'ps-1',
      byRole: true,
      reason: 'both keepers are in quarantine',
    },
  }),
  DutyUncovered: contract({
    version: 1,
    schema: dutyUncovered,
    example: {
      ...{ ...at, hour: from },
      offeredTo: [
        { rank: 1, role: 'pickup-station', holders: 1 },
        { rank: 2, role: 'volunteer', holders: 3 },
      ],
    },
  }),
  DutyCovered: contract({ version: 1, schema: dutyCovered, example: { ...at, hour: '2026-04-15T07:00:00.000Z' } }),
};
