import type { Caller, CommandResult } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import { addMinutes, type Territory } from '@baogong/kernel';
import {
  webhookSubscription,
  type WebhookCommand,
  type WebhookEvent,
  type WebhookRejection,
  type WebhookType,
} from '../domain/webhook-subscription/webhook-subscription.js';
import type { Facts, Runtime } from './runtime.js';
import { webhookStream } from './streams.js';

export type WebhookResult = CommandResult<WebhookEvent, WebhookRejection>;
export type Registering = { subscriptionId: string; territory: Territory; url: string; events: WebhookType[] };
type Parts = { runtime: Runtime; facts: Facts };

/** How long the earlier secret signs beside the new one. */
const OVERLAP_MINUTES = 24 * 60;

export function readWebhook({ store }: Runtime, subscriptionId: string) {
  return store.load(`webhook-${subscriptionId}`, webhookSubscription);
}

export function registerWebhook({ runtime, facts }: Parts, caller: Caller, asked: Registering): Promise<WebhookResult> {
  return runtime.desk.handle({
    action: 'RegisterWebhook',
    caller,
    stream: webhookStream(asked.subscriptionId, asked.territory),
    decider: webhookSubscription,
    data: async () => ({ ...asked, others: await facts.webhooksOf(speakersFor(runtime, caller)) }),
    toCommand: (command) => command as WebhookCommand,
  });
}

/** The caller and every organisation it may speak for. */
function speakersFor({ authority }: Runtime, { actor }: Caller): string[] {
  return [actor, ...authority.grantsOf(actor).flatMap(({ organisation }) => organisation ?? [])];
}

export function rotateWebhookSecret(parts: Parts, caller: Caller, subscriptionId: string): Promise<WebhookResult> {
  const earlierUntil = addMinutes(parts.runtime.clock.now(), OVERLAP_MINUTES);
  return ask(parts, caller, { action: 'RotateWebhookSecret', subscriptionId, data: async () => ({ earlierUntil }) });
}

export function disableWebhook(
  parts: Parts,
  caller: Caller,
  { subscriptionId, reason }: { subscriptionId: string; reason: string },
): Promise<WebhookResult> {
  return ask(parts, caller, { action: 'DisableWebhook', subscriptionId, data: async () => ({ reason }) });
}

export function enableWebhook(parts: Parts, caller: Caller, subscriptionId: string): Promise<WebhookResult> {
  return ask(parts, caller, { action: 'EnableWebhook', subscriptionId, data: async () => ({}) });
}

export function replayWebhook(
  parts: Parts,
  caller: Caller,
  { subscriptionId, messageId }: { subscriptionId: string; messageId: string },
): Promise<WebhookResult> {
  const data = async (): Promise<{ messageId: string; toldTo?: string }> => {
    const toldTo = await parts.facts.webhookToldTo(messageId);
    return toldTo === undefined ? { messageId } : { messageId, toldTo };
  };
  return ask(parts, caller, { action: 'ReplayWebhook', subscriptionId, data });
}

async function ask(
  { runtime }: Parts,
  caller: Caller,
  { action, subscriptionId, data }: { action: Action; subscriptionId: string; data(): Promise<object> },
): Promise<WebhookResult> {
  const { state } = await readWebhook(runtime, subscriptionId);
  if (state.status === 'none') return { kind: 'not-found' };
  return runtime.desk.handle({
    action,
    caller,
    stream: webhookStream(subscriptionId, state.subscription.territory),
    decider: webhookSubscription,
    data,
    toCommand: (command) => command as WebhookCommand,
  });
}
