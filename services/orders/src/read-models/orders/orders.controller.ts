import { Controller, Get, Inject, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  AfterInterceptor,
  Answers,
  CallerOf,
  decodeCursor,
  IsId,
  IsTerritory,
  limitOf,
  MayBeMissing,
  pageOf,
  PageQuery,
  Problem,
  seen,
  setVersion,
  type Caller,
} from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { ownOnly, placeOf, readHousehold, readOrder } from '../../application/reading.js';
import { FACTS, RUNTIME, type Facts, type OrderAddress, type Runtime } from '../../application/runtime.js';
import { ordersOf } from '../order-index/order-index.query.js';
import { ordersPage, orderTold } from './orders.answers.js';
import { orderView } from './order-view.js';

class OrdersQuery extends PageQuery {
  @MayBeMissing() @IsId() roundId?: string;

  @MayBeMissing() @IsId() householdId?: string;

  @MayBeMissing() @IsTerritory() territory?: string;
}

@Controller('orders')
@UseInterceptors(AfterInterceptor)
export class OrdersController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(FACTS) private readonly facts: Facts,
  ) {}

  @Get()
  @Answers(200, ordersPage)
  async list(@CallerOf() caller: Caller, @Query() query: OrdersQuery) {
    const { roundId } = query;
    const territory = await this.territoryOf(caller, query);
    const by = seen(this.runtime.desk.see(caller, 'SeeHousehold', territory));
    const limit = limitOf(query);
    const [after] = decodeCursor(query.cursor, 1) ?? [''];
    const householdId = by.role === 'resident' ? ownHousehold(by.households, query.householdId) : query.householdId;
    const asked = { ...(roundId ? { roundId } : {}), ...(householdId ? { householdId } : {}) };
    const rows = await ordersOf(this.runtime, { ...asked, territory, after: String(after), limit: limit + 1 });
    const page = pageOf(rows, limit, ({ orderId }) => [orderId]);
    return { ...page, items: await Promise.all(page.items.map(async (address) => (await this.viewOf(address)).view)) };
  }

  /** Folds the stream itself: whoever has the id reads their own writes. */
  @Get(':id')
  @Answers(200, orderTold)
  async read(@CallerOf() caller: Caller, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const address = await this.facts.orderAddress(id);
    if (!address) throw new Problem('not-found');
    if (address === 'behind') throw new Problem('position-not-reached', { retryAfterSeconds: 1 });
    seen(ownOnly(this.runtime.desk.see(caller, 'SeeHousehold', address.territory), address.householdId));
    const { view, version } = await this.viewOf(address);
    setVersion(reply, version);
    return view;
  }

  private async viewOf(address: OrderAddress) {
    const { state, version } = await readOrder(this.runtime, address);
    if (state.status === 'none') throw new Problem('not-found');
    return { view: orderView(state), version };
  }

  private async territoryOf({ actor }: Caller, { territory, householdId }: OrdersQuery): Promise<string> {
    if (territory !== undefined || householdId === undefined) return placeOf(this.runtime, actor, territory);
    const { state } = await readHousehold(this.runtime, householdId);
    if (state.status === 'none') throw new Problem('not-found');
    return state.territory;
  }
}

function ownHousehold(own: string[], asked: string | undefined): string {
  const mine = asked ?? own[0];
  if (mine === undefined || !own.includes(mine)) throw new Problem('not-found');
  return mine;
}
