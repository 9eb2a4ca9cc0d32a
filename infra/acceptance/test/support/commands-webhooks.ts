import type { Draft, Things } from './call.js';
import type { Community } from './community.js';
import { nothing } from './things.js';
import { newId, type World } from './world.js';

const webhook = (id: string, territory: string) => ({
  ...{ id, territory, url: 'https://supplier.invalid/hooks', events: ['demand.fixed'] },
});

async function hooked({ client }: World, { platform, territory }: Community): Promise<Things> {
  const webhookId = newId();
  await client.must('webhooks', webhook(webhookId, territory), { as: platform });
  return { webhookId };
}

export const webhooks: Draft[] = [
  {
    action: 'RegisterWebhook',
    make: nothing,
    request: (_things, { territory }) => ({ path: 'webhooks', body: webhook(newId(), territory) }),
  },
  ...[
    { action: 'RotateWebhookSecret', path: 'secret-rotation' },
    { action: 'DisableWebhook', path: 'disabling', body: { reason: 'test' } },
    { action: 'EnableWebhook', path: 'enabling' },
    { action: 'ReplayWebhook', path: 'deliveries/msg_0/replay' },
  ].map(({ action, path, body = {} }) => ({
    action,
    make: hooked,
    request: ({ webhookId }: Things) => ({ path: `webhooks/${webhookId}/${path}`, body }),
  })),
];
