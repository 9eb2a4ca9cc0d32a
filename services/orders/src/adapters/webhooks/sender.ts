import { covers, instantOf, millisOf } from '@baogong/kernel';
import { masterKeyOf } from '../../application/master-key.js';
import type { Runtime } from '../../application/runtime.js';
import { webhookSecrets } from '../../application/webhook-secrets.js';
import { webhookStream } from '../../application/streams.js';
import { readWebhook } from '../../application/webhooks.js';
import {
  signingVersions,
  type SuspensionCause,
  type WebhookState,
} from '../../domain/webhook-subscription/webhook-subscription.js';
import { Outbox, type Claimed } from './outbox.js';
import { createPoster, type Outcome, type Poster } from './post.js';
import { pauseMs, PAUSES_MS } from './schedule.js';
import { signedHeaders } from './signature.js';

export interface SenderOptions {
  loopback: boolean;
  timeoutMs?: number;
  pausesMs?: readonly number[];
  pollMs?: number;
}

const TIMEOUT_MS = 15_000;
const POLL_MS = 500;
const AT_ONCE = 16;
const FORGET_EACH_MS = 3_600_000;
/** Of the time-out: a claim outlives its attempt, and not by much, for who died holding it. */
const CLAIM_TIMES = 2;

type Known = Exclude<WebhookState, { status: 'none' }>;

/** Sends what is due until it is closed; any number of processes may send side by side. */
export function startSender(runtime: Runtime, options: SenderOptions): { close(): Promise<void> } {
  const sender = new Sender(runtime, options);
  const timer = setInterval(() => sender.tick(), options.pollMs ?? POLL_MS);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await sender.close();
    },
  };
}

class Sender {
  private readonly outbox: Outbox;
  private readonly poster: Poster;
  private readonly closing = new AbortController();
  private readonly sending = new Set<Promise<void>>();
  private readonly timeoutMs: number;
  private looking: Promise<void> | undefined;
  private forgotAtMs = -Infinity;

  constructor(
    private readonly runtime: Runtime,
    private readonly options: SenderOptions,
  ) {
    this.outbox = new Outbox(runtime.pool);
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.poster = createPoster({ loopback: options.loopback, timeoutMs: this.timeoutMs });
  }

  tick(): void {
    this.looking ??= this.look()
      .catch((error: unknown) => this.runtime.log.warn({ err: error }, 'webhooks delayed'))
      .finally(() => (this.looking = undefined));
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.looking;
    await Promise.allSettled(this.sending);
    await this.poster.close();
  }

  private async look(): Promise<void> {
    const now = this.runtime.clock.now();
    if (millisOf(now) - this.forgotAtMs > FORGET_EACH_MS) {
      this.forgotAtMs = millisOf(now);
      await this.outbox.forgetOld(now);
    }
    await this.outbox.fanOut(now);
    const free = AT_ONCE - this.sending.size;
    if (free <= 0 || this.closing.signal.aborted) return;
    const until = instantOf(millisOf(now) + this.timeoutMs * CLAIM_TIMES);
    for (const claimed of await this.outbox.claim({ now, until, limit: free })) this.send(claimed);
  }

  private send(claimed: Claimed): void {
    const { messageId, subscriptionId } = claimed;
    const sending = this.attempt(claimed)
      .catch((error: unknown) => this.runtime.log.warn({ err: error, messageId, subscriptionId }, 'webhook unsettled'))
      .finally(() => this.sending.delete(sending));
    this.sending.add(sending);
  }

  private async attempt(claimed: Claimed): Promise<void> {
    const { state } = await readWebhook(this.runtime, claimed.subscriptionId);
    if (state.status !== 'active') return this.outbox.release(claimed);
    const outcome = await this.outcomeOf(claimed, state);
    if (outcome.ok) return this.outbox.delivered(claimed, { now: this.runtime.clock.now(), status: outcome.status });
    if (this.closing.signal.aborted) return this.outbox.release(claimed);
    return this.failed(claimed, state, outcome);
  }

  private async outcomeOf({ messageId, body, territory }: Claimed, state: Known): Promise<Outcome> {
    const { subscriptionId, url, registeredBy } = state.subscription;
    const grants = this.runtime.authority.grantsOf(registeredBy);
    // Whoever no longer works here is told nothing more.
    if (!grants.some((grant) => covers(grant.territory, territory))) return { ok: false, error: 'no-longer-granted' };
    const now = this.runtime.clock.now();
    const secrets = signingVersions(state, now).map((version) =>
      webhookSecrets(masterKeyOf(this.runtime), subscriptionId, version),
    );
    const seconds = Math.floor(millisOf(now) / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Baogong-Webhooks/1',
      ...signedHeaders(secrets, { id: messageId, seconds, body }),
    };
    return this.poster.post({ url, headers, body }, this.closing.signal);
  }

  private async failed(claimed: Claimed, state: Known, outcome: Extract<Outcome, { ok: false }>): Promise<void> {
    const pause = pauseMs(claimed.attempts, this.options.pausesMs ?? PAUSES_MS, Math.random());
    const gone = outcome.error === 'gone';
    if (!gone && pause !== undefined) {
      const next = instantOf(millisOf(this.runtime.clock.now()) + pause);
      return this.outbox.failed(claimed, { ...outcome, next });
    }
    // First the event, then the end of the attempts: whoever dies in between meets the same key again.
    const cause = gone ? 'gone' : (await this.outbox.reachedSince(claimed)) ? undefined : 'failing';
    if (cause) await this.suspend(claimed, state, cause);
    await this.outbox.failed(claimed, outcome);
  }

  private async suspend({ messageId, attempts }: Claimed, { subscription, since }: Known, cause: SuspensionCause) {
    const { subscriptionId, territory } = subscription;
    const key = `webhook:${subscriptionId}:${messageId}:${attempts}:${since}`;
    await this.runtime.issue(
      { action: 'SuspendWebhook', stream: webhookStream(subscriptionId, territory), data: { cause } },
      { key, correlation: messageId, causation: messageId },
    );
  }
}
