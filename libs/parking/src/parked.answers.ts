import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const parked = z.strictObject({
  id,
  consumer: id,
  source: id,
  shard: whole,
  pos: whole,
  stream: id,
  type: id,
  community: text,
  territory: id,
  at: instant,
  status: z.enum(['parked', 'replayed', 'skipped']),
  /** Why it could not be applied. */
  reason: text,
  attempts: whole,
  parkedAt: instant,
  settledAt: instant.optional(),
  settledBy: id.optional(),
  why: text.optional(),
});

export type ParkedTold = z.infer<typeof parked>;

export const parkedPage = pageTold(parked);

/** `data` is JSON as text: its form is that of the event's type, and was perhaps what was wrong. */
export const parkedWhole = parked.extend({ data: text });
