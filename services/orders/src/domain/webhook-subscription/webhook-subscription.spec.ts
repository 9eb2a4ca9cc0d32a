import { specificationOf } from '@baogong/decider';
import {
  signingVersions,
  webhookSubscription,
  type WebhookCommand,
  type WebhookEvent,
} from './webhook-subscription.js';

const at = '2026-04-15T06:00:00.000Z';
const later = '2026-04-16T06:00:00.000Z';
const by = (organisation: string) => ({ actor: organisation, role: 'platform', organisation, households: [] });
const asked = {
  subscriptionId: 'w1',
  territory: 'd-pudong',
  url: 'https://gp.example/hook',
  events: ['demand.fixed' as const],
};
const { given } = specificationOf(webhookSubscription);

type Data<T extends WebhookCommand['type']> = Extract<WebhookCommand, { type: T }>['data'];
const ask = <T extends WebhookCommand['type']>(type: T, data: Data<T>, organisation = 'gp-1') =>
  ({ type, at, by: by(organisation), data }) as WebhookCommand;
const register = (others = 0) => ask('RegisterWebhook', { ...asked, others });
const event = (type: WebhookEvent['type'], data: object = {}) =>
  ({ type, at, data: { subscriptionId: 'w1', ...data } }) as WebhookEvent;
const registered = event('WebhookRegistered', { ...asked, supplier: 'gp-1', registeredBy: 'gp-1' });
const suspended = event('WebhookSuspended', { cause: 'gone' });
const disabled = event('WebhookDisabled', { reason: 'moving' });

describe('a webhook subscription', () => {
  it('belongs to the organisation that registers it', () => given().when(register()).then(registered));
  it('is registered once', () => given(registered).when(register()).thenRejected('webhook-already-registered'));
  it('is refused beyond ten of one supplier', () => given().when(register(10)).thenRejected('too-many-webhooks'));
  it('needs something to tell', () =>
    given()
      .when(ask('RegisterWebhook', { ...asked, events: [], others: 0 }))
      .thenRejected('no-webhook-events'));
  it.each([
    ['RotateWebhookSecret', { earlierUntil: later }],
    ['DisableWebhook', { reason: 'x' }],
    ['EnableWebhook', {}],
    ['ReplayWebhook', { messageId: 'm1', toldTo: 'gp-1' }],
  ] as const)('%s is for its own supplier alone, and for one that exists', (type, data) => {
    given(registered)
      .when(ask(type, data as never, 'gp-2'))
      .thenRejected('not-your-webhook');
    given()
      .when(ask(type, data as never))
      .thenRejected('never-registered');
  });

  it('is disabled and enabled, each once', () => {
    given(registered)
      .when(ask('DisableWebhook', { reason: 'moving' }))
      .then(disabled);
    given(registered, disabled)
      .when(ask('DisableWebhook', { reason: 'moving' }))
      .thenNothing();
    given(registered, disabled).when(ask('EnableWebhook', {})).then(event('WebhookEnabled'));
    given(registered).when(ask('EnableWebhook', {})).thenNothing();
  });

  it('is suspended by the system with its cause, once, and enabled by its supplier', () => {
    given(registered)
      .when(ask('SuspendWebhook', { cause: 'gone' }, 'system'))
      .then(suspended);
    given(registered, suspended)
      .when(ask('SuspendWebhook', { cause: 'failing' }, 'system'))
      .thenNothing();
    given(registered, disabled)
      .when(ask('SuspendWebhook', { cause: 'gone' }, 'system'))
      .thenNothing();
    given(registered, suspended).when(ask('EnableWebhook', {})).then(event('WebhookEnabled'));
  });

  it('tells again what was told to its supplier, and nothing else', () => {
    const replayed = event('WebhookReplayRequested', { messageId: 'm1' });
    given(registered)
      .when(ask('ReplayWebhook', { messageId: 'm1', toldTo: 'gp-1' }))
      .then(replayed);
    given(registered)
      .when(ask('ReplayWebhook', { messageId: 'm1', toldTo: 'gp-2' }))
      .thenRejected('no-such-delivery');
    given(registered)
      .when(ask('ReplayWebhook', { messageId: 'm1' }))
      .thenRejected('no-such-delivery');
  });
});

describe('the secret of a subscription', () => {
  const rotated = (secretVersion: number) => event('WebhookSecretRotated', { secretVersion, earlierUntil: later });
  const rotate = ask('RotateWebhookSecret', { earlierUntil: later });
  const versionsAt = (moment: string, ...events: WebhookEvent[]) => {
    const state = events.reduce((known, each) => webhookSubscription.evolve(known, each), webhookSubscription.initial);
    return state.status === 'none' ? [] : signingVersions(state, moment);
  };

  it('gets the next version', () => given(registered, rotated(2)).when(rotate).then(rotated(3)));
  it('signs beside the earlier one until the overlap ends', () => {
    expect(versionsAt(at, registered, rotated(2))).toEqual([2, 1]);
    expect(versionsAt(later, registered, rotated(2))).toEqual([2]);
  });
  it('is not rotated while four sign', () =>
    given(registered, rotated(2), rotated(3), rotated(4)).when(rotate).thenRejected('rotated-too-often'));
});
