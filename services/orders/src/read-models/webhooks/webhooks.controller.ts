import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  type Caller,
  CallerOf,
  decodeCursor,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  seen,
  setVersion,
} from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { placeOf } from '../../application/reading.js';
import { RUNTIME, type Runtime } from '../../application/runtime.js';
import { readWebhook } from '../../application/webhooks.js';
import { speakerOf } from '../../domain/round/round.js';
import { deliveriesPage, webhooksPage, webhookTold } from './webhooks.answers.js';
import { deliveriesOf, webhooksAt } from './webhooks.query.js';

const OFFICES = ['district-office', 'subdistrict-office'];

class WebhooksQuery extends PageQuery {
  @MayBeMissing()
  @IsTerritory()
  territory?: string;
}

@Controller('webhooks')
@UseInterceptors(AfterInterceptor)
export class WebhooksController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** A supplier sees its own; an office those of its territory, with why one was suspended. */
  @Get()
  @Answers(200, webhooksPage)
  async list(@CallerOf() caller: Caller, @Query() query: WebhooksQuery) {
    const territory = placeOf(this.runtime, caller.actor, query.territory);
    const by = seen(this.runtime.desk.see(caller, 'SeeWebhooks', territory));
    const [after] = decodeCursor(query.cursor, 1) ?? [''];
    const limit = limitOf(query);
    const own = OFFICES.includes(by.role) ? {} : { supplier: speakerOf(by) };
    const rows = await webhooksAt(this.runtime, { territory, ...own, after: String(after), limit: limit + 1 });
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  @Get(':id')
  @Answers(200, webhookTold)
  async read(@CallerOf() caller: Caller, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, version } = await this.visible(caller, id);
    setVersion(reply, version);
    const { subscriptionId: _id, registeredBy: _by, ...subscription } = state.subscription;
    const secretVersions = state.secrets.map(({ secretVersion, until }) => ({ secretVersion, until: until ?? null }));
    return { id, ...subscription, status: state.status, since: state.since, why: state.why ?? null, secretVersions };
  }

  @Get(':id/deliveries')
  @Answers(200, deliveriesPage)
  async deliveries(@CallerOf() caller: Caller, @Param('id') id: string, @Query() query: PageQuery) {
    await this.visible(caller, id);
    const cursor = decodeCursor(query.cursor, 2)?.map(String) as [string, string] | undefined;
    const limit = limitOf(query);
    const before = cursor ? { before: cursor } : {};
    const rows = await deliveriesOf(this.runtime, { subscriptionId: id, ...before, limit: limit + 1 });
    return pageOf(rows, limit, ({ at, id: messageId }) => [at, messageId]);
  }

  private async visible(caller: Caller, id: string) {
    const { state, version } = await readWebhook(this.runtime, id);
    if (state.status === 'none') throw new Problem('not-found');
    const by = seen(this.runtime.desk.see(caller, 'SeeWebhooks', state.subscription.territory));
    // Another supplier's does not exist for this one.
    if (!OFFICES.includes(by.role) && speakerOf(by) !== state.subscription.supplier) throw new Problem('not-found');
    return { state, version };
  }
}
