import type { ServiceRuntime } from '@baogong/commanding';
import { AfterInterceptor, Answers, CallerOf, decodeCursor, limitOf, pageOf, PageQuery } from '@baogong/http';
import { Problem, problemOfResult, setVersion } from '@baogong/http';
import type { Caller, Page } from '@baogong/http';
import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sightAt, sightsOf } from '../../application/reading.js';
import { booksOf, stock, stockStream } from '../../domain/stock/stock.js';
import { supplyOffer, supplyOfferStream } from '../../domain/supply-offer/supply-offer.js';
import { RUNTIME } from '../../application/runtime.js';
import { stockOfOfferTold, stockPage } from './stock.answers.js';
import { stockIn } from './stock.query.js';
import type { StockRow } from './stock.entity.js';

@Controller('stock')
@UseInterceptors(AfterInterceptor)
export class StockController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  @Answers(200, stockPage)
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<Page<Omit<StockRow, 'stream'>>> {
    const seen = sightsOf(this.runtime, caller, 'SeeStock');
    if (!seen.ok) throw problemOfResult(seen.refusal);
    const limit = limitOf(query);
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const rows = await stockIn(this.runtime, { sights: seen.sights, after: String(after), limit });
    const page = pageOf(rows, limit, ({ offerId }) => [offerId]);
    return { ...page, items: page.items.map(({ stream: _stream, ...row }) => row) };
  }

  /** Folded from the stream: the ETag is what an adjustment has to name. */
  @Get(':offerId')
  @Answers(200, stockOfOfferTold)
  async one(@CallerOf() caller: Caller, @Param('offerId') offerId: string, @Res() reply: FastifyReply): Promise<void> {
    const { store } = this.runtime;
    const offer = await store.load(supplyOfferStream(offerId), supplyOffer);
    if (offer.state.status === 'none') throw new Problem('not-found');
    const { territory, sku, supplier } = offer.state.supply;
    const seen = sightAt(this.runtime, caller, { action: 'SeeStock', territory });
    if (!seen.ok) throw problemOfResult(seen.refusal);
    const mine = ({ organisation }: { organisation?: string }) => [undefined, supplier].includes(organisation);
    if (!seen.sights.some(mine)) throw new Problem('not-found');
    const { state, version } = await store.load(stockStream(territory, offerId), stock);
    setVersion(reply, version);
    const lots = Object.entries(state.lots).map(([lotId, lot]) => ({ lotId, ...lot }));
    void reply.send({ offerId, territory, sku, supplier, ...booksOf(state), lots });
  }
}
