import { ACTIONS } from '@baogong/duties';
import { z } from 'zod';
import { contract } from '../contract.js';

const id = z.string().min(1);
const place = z.number().int().positive();

const terms = z.object({
  callId: id,
  territory: id,
  /** All that whoever answers may do meanwhile. */
  actions: z.array(z.enum(ACTIONS)).min(1),
  from: z.string(),
  to: z.string(),
  /** The organisation under whose lead they work. */
  lead: id,
});
const helpCalled = terms.extend({ places: place });
const helpSignedUp = terms.extend({ actorId: id });
const helpCallEnded = z.object({
  callId: id,
  how: z.enum(['over', 'withdrawn']),
  places: place,
  reason: z.string().optional(),
  helpers: z.array(id),
});

export type HelpCalled = z.infer<typeof helpCalled>;
export type HelpSignedUp = z.infer<typeof helpSignedUp>;
export type HelpCallEnded = z.infer<typeof helpCallEnded>;

const call = {
  callId: '0198c0de-0000-7000-8000-0000000000e1',
  territory: 'd-pudong/s-weifang/c-y',
  actions: ['StaffStation' as const],
  from: '2026-04-16T00:00:00.000Z',
  to: '2026-04-16T04:00:00.000Z',
  lead: 'rc-y',
};

export const helpContracts = {
  HelpCalled: contract({ version: 1, schema: helpCalled, example: { ...call, places: 6 } }),
  HelpSignedUp: contract({ version: 1, schema: helpSignedUp, example: { ...call, actorId: 're-0302' } }),
  HelpCallEnded: contract({
    version: 1,
    schema: helpCallEnded,
    example: { callId: call.callId, how: 'over', places: 6, helpers: ['re-0302'] },
  }),
};
