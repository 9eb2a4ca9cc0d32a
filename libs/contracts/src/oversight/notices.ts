import { POSTURES, RISK_LEVELS } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);

/** What has changed for those who live there. */
export const noticeChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('posture'),
    posture: z.enum(POSTURES),
    incident: id.optional(),
    /** How much of one item a household may ask for. */
    perItem: z.number().int().positive().optional(),
  }),
  z.object({ kind: z.literal('risk'), level: z.enum(RISK_LEVELS) }),
  z.object({ kind: z.literal('policy'), version: z.number().int().positive(), title: id, from: z.string() }),
  z.object({ kind: z.literal('local-rule'), ruleId: id, title: id }),
]);
const noticePosted = z.object({
  noticeId: id,
  /** The community. */
  territory: id,
  change: noticeChange,
  /** Buildings and lanes it is told to, and whether goods come to their doors without contact from now on. */
  buildings: z.array(z.object({ place: id, contactless: z.boolean() })).min(1),
});

export type NoticePosted = z.infer<typeof noticePosted>;

export const noticesContracts = {
  NoticePosted: contract({
    version: 1,
    schema: noticePosted,
    example: {
      noticeId: '3-17',
      territory: 'd-pudong/s-weifang/c-y',
      change: { kind: 'posture', posture: 'lockdown', incident: 'epidemic', perItem: 2 },
      buildings: [{ place: 'd-pudong/s-weifang/c-y/b-07', contactless: true }],
    },
  }),
};
