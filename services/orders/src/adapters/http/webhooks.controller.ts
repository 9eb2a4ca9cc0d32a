import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf, malformed, type Caller } from '@baogong/http';
import { isTerritory } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { masterKeyOf } from '../../application/master-key.js';
import { FACTS, RECEIVER_RULES, RUNTIME, type Facts, type Runtime } from '../../application/runtime.js';
import { webhookSecrets } from '../../application/webhook-secrets.js';
import { urlMistake, type ReceiverRules } from '../../application/webhook-url.js';
import {
  disableWebhook,
  enableWebhook,
  readWebhook,
  registerWebhook,
  replayWebhook,
  rotateWebhookSecret,
} from '../../application/webhooks.js';
import {
  webhookDisabled,
  webhookEnabled,
  webhookRegistered,
  webhookReplayed,
  webhookSecretRotated,
} from './answers.js';
import { DisableWebhookBody, RegisterWebhookBody } from './webhook.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('webhooks')
export class WebhookCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(FACTS) private readonly facts: Facts,
    @Inject(RECEIVER_RULES) private readonly rules: ReceiverRules,
  ) {}

  /** The secret is told here and at its rotation, and never again. */
  @Post()
  @Answers(201, webhookRegistered)
  async register(@CallerOf() caller: Caller, @Body() body: RegisterWebhookBody, @Res() reply: FastifyReply) {
    const { id, territory, url, events } = body;
    if (!isTerritory(territory)) throw malformed('/territory', 'is not a territory path');
    const mistake = urlMistake(url, this.rules);
    if (mistake !== undefined) throw malformed('/url', mistake);
    const result = await registerWebhook(this.parts(), caller, { subscriptionId: id, territory, url, events });
    const told = () => ({ id, territory, url, events, status: 'active', ...this.secretsOf(id, 1) });
    answer(reply, result, { status: 201, body: told, location: `/api/v1/webhooks/${id}`, rejections: REJECTIONS });
  }

  /** The earlier secret signs beside the new one for a day. */
  @Post(':id/secret-rotation')
  @Answers(200, webhookSecretRotated)
  async rotate(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const result = await rotateWebhookSecret(this.parts(), callerOf(reply.request), id);
    const { state } = await readWebhook(this.runtime, id);
    const [newest, earlier] = state.status === 'none' ? [] : state.secrets;
    const told = () => ({ id, ...this.secretsOf(id, newest!.secretVersion), earlierUntil: earlier?.until ?? null });
    answer(reply, result, { status: 200, body: told, rejections: REJECTIONS });
  }

  @Post(':id/disabling')
  @Answers(200, webhookDisabled)
  async disable(@Param('id') id: string, @Body() { reason }: DisableWebhookBody, @Res() reply: FastifyReply) {
    const result = await disableWebhook(this.parts(), callerOf(reply.request), { subscriptionId: id, reason });
    answer(reply, result, { status: 200, body: { id, status: 'disabled' }, rejections: REJECTIONS });
  }

  @Post(':id/enabling')
  @Answers(200, webhookEnabled)
  async enable(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const result = await enableWebhook(this.parts(), callerOf(reply.request), id);
    answer(reply, result, { status: 200, body: { id, status: 'active' }, rejections: REJECTIONS });
  }

  /** Sent again under the same `webhook-id`, whatever became of it before. */
  @Post(':id/deliveries/:messageId/replay')
  @Answers(202, webhookReplayed)
  async replay(
    @Param('id') id: string,
    @Param('messageId') messageId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const result = await replayWebhook(this.parts(), callerOf(reply.request), { subscriptionId: id, messageId });
    answer(reply, result, { status: 202, body: { id: messageId, status: 'pending' }, rejections: REJECTIONS });
  }

  private secretsOf(id: string, version: number) {
    const { secret, publicKey } = webhookSecrets(masterKeyOf(this.runtime), id, version);
    return { secretVersion: version, secret, publicKey };
  }

  private parts() {
    return { runtime: this.runtime, facts: this.facts };
  }
}
