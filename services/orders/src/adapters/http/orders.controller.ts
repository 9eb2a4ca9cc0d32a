import { Body, Controller, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf, type Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { amendOrder, cancelOrder, placeOrder, recordSettlement } from '../../application/orders.js';
import { readOrder } from '../../application/reading.js';
import type { OrderEvent } from '../../domain/order/order.js';
import { FACTS, RUNTIME, TURNS, type Facts, type Runtime, type Turns } from '../../application/runtime.js';
import { cancellationAsked, orderAmended, orderCancelled, orderPlaced, settlementRecorded } from './answers.js';
import { AmendOrderBody, CancelOrderBody, PlaceOrderBody, RecordSettlementBody, wishOf } from './order.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('orders')
export class OrderCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(FACTS) private readonly facts: Facts,
    @Inject(TURNS) private readonly turns: Turns,
  ) {}

  @Post()
  @Answers(201, orderPlaced)
  async place(@CallerOf() caller: Caller, @Body() body: PlaceOrderBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, roundId, householdId } = body;
    const wish = wishOf(body);
    const result = await placeOrder(this.parts(), caller, { orderId: id, roundId, householdId, ...wish });
    const told = { id, roundId, householdId, status: 'requested', ...wish };
    answer(reply, result, { status: 201, body: told, location: `/api/v1/orders/${id}`, rejections: REJECTIONS });
  }

  @Put(':id')
  @Answers(200, orderAmended)
  async amend(@Param('id') id: string, @Body() body: AmendOrderBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request, { needsIfMatch: true });
    const wish = wishOf(body);
    const result = await amendOrder(this.parts(), caller, { orderId: id, ...wish });
    answer(reply, result, { status: 200, body: { id, status: 'requested', ...wish }, rejections: REJECTIONS });
  }

  /** 202 where delivery must give the parcel up first. */
  @Post(':id/cancellation')
  @Answers(200, orderCancelled)
  @Answers(202, cancellationAsked)
  async cancel(
    @Param('id') id: string,
    @Body() { reason }: CancelOrderBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await cancelOrder(this.parts(), caller, { orderId: id, reason });
    const asked = result.kind === 'done' && (await this.waitsForDelivery(id, result.events));
    const body = { id, status: asked ? 'cancelling' : 'cancelled' };
    answer(reply, result, { status: asked ? 202 : 200, body, rejections: REJECTIONS });
  }

  @Post(':id/settlements')
  @Answers(201, settlementRecorded)
  async settle(
    @Param('id') id: string,
    @Body() { amountFen, reference }: RecordSettlementBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await recordSettlement(this.parts(), caller, { orderId: id, amountFen, reference });
    answer(reply, result, { status: 201, body: { orderId: id, amountFen, reference }, rejections: REJECTIONS });
  }

  /** Told by the first answer's own events, so that its repetition is the same; asked again, by how things stand. */
  private async waitsForDelivery(id: string, events: OrderEvent[]): Promise<boolean> {
    if (events.length > 0) return events.some(({ type }) => type === 'OrderCancellationRequested');
    const address = await this.facts.orderAddress(id);
    return typeof address === 'object' && (await readOrder(this.runtime, address)).state.status === 'cancelling';
  }

  private parts() {
    return { runtime: this.runtime, facts: this.facts, turns: this.turns };
  }
}
