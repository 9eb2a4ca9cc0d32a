import { FORMS_TOLD, pageTold } from '@baogong/http';
import { z } from 'zod';

const { id, text, instant, whole } = FORMS_TOLD;

const webhook = z.strictObject({
  id,
  supplier: id,
  territory: id,
  url: id,
  events: z.array(z.enum(['demand.fixed', 'consignment.counted'])),
  status: z.enum(['active', 'disabled', 'suspended']),
  since: instant,
  why: text.nullable(),
});

const delivery = z.strictObject({
  id,
  type: z.enum(['demand.fixed', 'consignment.counted']),
  at: instant,
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: whole,
  nextAttemptAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  lastStatus: whole.nullable(),
  lastError: text.nullable(),
});

export type Webhook = z.infer<typeof webhook>;
export type Delivery = z.infer<typeof delivery>;

export const webhooksPage = pageTold(webhook);

/** Of secrets their versions alone; one with an end signs beside the newest until then. */
export const webhookTold = webhook.extend({
  secretVersions: z.array(z.strictObject({ secretVersion: whole, until: instant.nullable() })),
});

export const deliveriesPage = pageTold(delivery);
