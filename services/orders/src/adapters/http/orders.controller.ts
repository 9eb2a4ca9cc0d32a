import { Body, Controller, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { answer, CallerOf, type Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { amendOrder, cancelOrder, placeOrder, recordSettlement } from '../../application/orders.js';
import { FACTS, RUNTIME, type Facts, type Runtime } from '../../application/runtime.js';
import { AmendOrderBody, CancelOrderBody, PlaceOrderBody, RecordSettlementBody, wishOf } from './order.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('orders')
export class OrderCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(FACTS) private readonly facts: Facts,
  ) {}

  @Post()
  async place(@CallerOf() caller: Caller, @Body() body: PlaceOrderBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, roundId, householdId } = body;
    const wish = wishOf(body);
    const result = await placeOrder(this.runtime, caller, { orderId: id, roundId, householdId, ...wish });
    const told = { id, roundId, householdId, status: 'requested', ...wish };
    answer(reply, result, { status: 201, body: told, location: `/api/v1/orders/${id}`, rejections: REJECTIONS });
  }

  @Put(':id')
  async amend(
    @CallerOf({ needsIfMatch: true }) caller: Caller,
    @Param('id') id: string,
    @Body() body: AmendOrderBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wish = wishOf(body);
    const result = await amendOrder(this.parts(), caller, { orderId: id, ...wish });
    answer(reply, result, { status: 200, body: { id, status: 'requested', ...wish }, rejections: REJECTIONS });
  }

  /** 202 where delivery must give the parcel up first. */
  @Post(':id/cancellation')
  async cancel(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Body() { reason }: CancelOrderBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const result = await cancelOrder(this.parts(), caller, { orderId: id, reason });
    const asked = result.kind === 'done' && result.events.some(({ type }) => type === 'OrderCancellationRequested');
    const body = { id, status: asked ? 'cancelling' : 'cancelled' };
    answer(reply, result, { status: asked ? 202 : 200, body, rejections: REJECTIONS });
  }

  @Post(':id/settlements')
  async settle(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Body() { amountFen, reference }: RecordSettlementBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const result = await recordSettlement(this.parts(), caller, { orderId: id, amountFen, reference });
    answer(reply, result, { status: 201, body: { orderId: id, amountFen, reference }, rejections: REJECTIONS });
  }

  private parts() {
    return { runtime: this.runtime, facts: this.facts };
  }
}
