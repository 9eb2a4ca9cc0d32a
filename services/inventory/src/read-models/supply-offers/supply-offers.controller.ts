import type { ServiceRuntime } from '@baogong/commanding';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  limitOf,
  pageOf,
  PageQuery,
  Problem,
  setVersion,
} from '@baogong/http';
import type { Caller, Page } from '@baogong/http';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isNear, neighbourhoodsOf } from '../../application/reading.js';
import { supplyOffer, supplyOfferStream } from '../../domain/supply-offer/supply-offer.js';
import { RUNTIME } from '../../application/runtime.js';
import { supplyOfferTold, supplyOffersPage } from './supply-offers.answers.js';
import { supplyOffersIn } from './supply-offers.query.js';
import type { SupplyOfferRow } from './supply-offer.entity.js';

@Controller('supply-offers')
@UseInterceptors(AfterInterceptor)
export class SupplyOffersController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  @Answers(200, supplyOffersPage)
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<Page<SupplyOfferRow>> {
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const places = neighbourhoodsOf(this.runtime, caller);
    const rows = await supplyOffersIn(this.runtime, { places, after: String(after), limit });
    return pageOf(rows, limit, ({ offerId }) => [offerId]);
  }

  @Get(':id')
  @Answers(200, supplyOfferTold)
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { state, version } = await this.runtime.store.load(supplyOfferStream(id), supplyOffer);
    if (state.status === 'none' || !isNear(this.runtime, caller, state.supply.territory))
      throw new Problem('not-found');
    setVersion(reply, version);
    void reply.send({ ...state.supply, status: state.status });
  }
}
