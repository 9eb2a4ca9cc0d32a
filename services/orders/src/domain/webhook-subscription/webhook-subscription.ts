import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';
import { speakerOf } from '../round/round.js';

export const WEBHOOK_TYPES = ['demand.fixed', 'consignment.counted'] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];
/** `gone`: the receiver said so (410). `failing`: no attempt succeeded until the last one of a delivery. */
export type SuspensionCause = 'gone' | 'failing';

export type Subscription = {
  subscriptionId: string;
  territory: Territory;
  url: string;
  events: WebhookType[];
  supplier: string;
  registeredBy: string;
};
type Of<T = object> = { subscriptionId: string } & T;

export type WebhookEvent =
  | { type: 'WebhookRegistered'; at: Instant; data: Subscription }
  | { type: 'WebhookSecretRotated'; at: Instant; data: Of<{ secretVersion: number; earlierUntil: Instant }> }
  | { type: 'WebhookDisabled'; at: Instant; data: Of<{ reason: string }> }
  | { type: 'WebhookEnabled'; at: Instant; data: Of }
  | { type: 'WebhookSuspended'; at: Instant; data: Of<{ cause: SuspensionCause }> }
  | { type: 'WebhookReplayRequested'; at: Instant; data: Of<{ messageId: string }> };

type Ask<T extends string, D> = { type: T; at: Instant; by: By; data: D };
export type WebhookCommand =
  | Ask<'RegisterWebhook', Omit<Subscription, 'supplier' | 'registeredBy'> & { others: number }>
  | Ask<'RotateWebhookSecret', { earlierUntil: Instant }>
  | Ask<'DisableWebhook', { reason: string }>
  | Ask<'EnableWebhook', object>
  | Ask<'SuspendWebhook', { cause: SuspensionCause }>
  | Ask<'ReplayWebhook', { messageId: string; toldTo?: string }>;

export type WebhookRejection =
  | 'webhook-already-registered'
  | 'too-many-webhooks'
  | 'no-webhook-events'
  | 'never-registered'
  | 'not-your-webhook'
  | 'rotated-too-often'
  | 'no-such-delivery';

/** A version without `until` is the newest; the earlier ones sign beside it until then. */
export type SecretVersion = { secretVersion: number; until?: Instant };
export type WebhookState =
  | { status: 'none' }
  | {
      status: 'active' | 'disabled' | 'suspended';
      subscription: Subscription;
      since: Instant;
      why?: string;
      secrets: SecretVersion[];
    };
type Known = Exclude<WebhookState, { status: 'none' }>;

const PER_SUPPLIER_MAX = 10;
const SECRETS_MAX = 4;

export const webhookSubscription: Decider<WebhookState, WebhookCommand, WebhookEvent, WebhookRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RegisterWebhook') return register(command, state);
    if (state.status === 'none') return reject('never-registered');
    if (command.type !== 'SuspendWebhook' && speakerOf(command.by) !== state.subscription.supplier)
      return reject('not-your-webhook');
    return decideKnown(command, state);
  },

  evolve(state, event) {
    if (event.type === 'WebhookRegistered') {
      return { status: 'active', subscription: event.data, since: event.at, secrets: [{ secretVersion: 1 }] };
    }
    return state.status === 'none' ? state : evolveKnown(state, event);
  },
};

/** The versions of the secret that sign at this moment, the newest first. */
export function signingVersions({ secrets }: Pick<Known, 'secrets'>, at: Instant): number[] {
  return secrets.filter(({ until }) => until === undefined || until > at).map(({ secretVersion }) => secretVersion);
}

function register({ at, by, data }: Extract<WebhookCommand, { type: 'RegisterWebhook' }>, state: WebhookState) {
  if (state.status !== 'none') return reject('webhook-already-registered');
  const { others, ...asked } = data;
  if (asked.events.length === 0) return reject('no-webhook-events');
  if (others >= PER_SUPPLIER_MAX) return reject('too-many-webhooks');
  const subscription = { ...asked, supplier: speakerOf(by), registeredBy: by.actor };
  return accept<WebhookEvent>({ type: 'WebhookRegistered', at, data: subscription });
}

function decideKnown(command: Exclude<WebhookCommand, { type: 'RegisterWebhook' }>, state: Known) {
  const { at, type, data } = command;
  const { subscriptionId, supplier } = state.subscription;
  switch (type) {
    case 'RotateWebhookSecret':
      return rotate(command, state);
    case 'DisableWebhook':
      if (state.status === 'disabled') return accept<WebhookEvent>();
      return accept<WebhookEvent>({ type: 'WebhookDisabled', at, data: { subscriptionId, ...data } });
    case 'EnableWebhook':
      if (state.status === 'active') return accept<WebhookEvent>();
      return accept<WebhookEvent>({ type: 'WebhookEnabled', at, data: { subscriptionId } });
    case 'SuspendWebhook':
      if (state.status !== 'active') return accept<WebhookEvent>(); // several deliveries may end at once
      return accept<WebhookEvent>({ type: 'WebhookSuspended', at, data: { subscriptionId, ...data } });
    case 'ReplayWebhook': {
      if (data.toldTo !== supplier) return reject('no-such-delivery');
      const { messageId } = data;
      return accept<WebhookEvent>({ type: 'WebhookReplayRequested', at, data: { subscriptionId, messageId } });
    }
    default:
      return unreachable(type);
  }
}

function rotate({ at, data }: Extract<WebhookCommand, { type: 'RotateWebhookSecret' }>, state: Known) {
  if (signingVersions(state, at).length >= SECRETS_MAX) return reject('rotated-too-often');
  const secretVersion = state.secrets[0]!.secretVersion + 1;
  const { subscriptionId } = state.subscription;
  return accept<WebhookEvent>({ type: 'WebhookSecretRotated', at, data: { subscriptionId, secretVersion, ...data } });
}

function evolveKnown(state: Known, event: Exclude<WebhookEvent, { type: 'WebhookRegistered' }>): WebhookState {
  const { why: _why, ...rest } = state;
  switch (event.type) {
    case 'WebhookSecretRotated': {
      const { secretVersion, earlierUntil } = event.data;
      const earlier = state.secrets.map((secret) => ({ until: earlierUntil, ...secret }));
      return { ...state, secrets: [{ secretVersion }, ...earlier].slice(0, SECRETS_MAX) };
    }
    case 'WebhookDisabled':
      return { ...rest, status: 'disabled', since: event.at, why: event.data.reason };
    case 'WebhookEnabled':
      return { ...rest, status: 'active', since: event.at };
    case 'WebhookSuspended':
      return { ...rest, status: 'suspended', since: event.at, why: event.data.cause };
    case 'WebhookReplayRequested':
      return state;
    default:
      return unreachable(event);
  }
}
