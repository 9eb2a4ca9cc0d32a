import type { ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, CallerOf, callerOf, idTold } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { dispatchConsignment, receiveGoods } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { CountBody, DispatchConsignmentBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

@Controller('consignments')
export class ConsignmentCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post()
  @Answers(201, idTold)
  async dispatch(@CallerOf() caller: Caller, @Body() body: DispatchConsignmentBody, @Res() reply: FastifyReply) {
    const { id, ...load } = body;
    const result = await dispatchConsignment(this.runtime, caller, { ...load, consignmentId: id });
    answer(reply, result, {
      status: 201,
      body: { id },
      location: `/api/v1/consignments/${id}`,
      rejections: REJECTIONS,
    });
  }

  @Post(':id/count')
  @HttpCode(200)
  @Answers(200, idTold)
  async count(@Param('id') id: string, @Body() { lines }: CountBody, @Res() reply: FastifyReply) {
    const result = await receiveGoods(this.runtime, callerOf(reply.request), { consignmentId: id, lines });
    answer(reply, result, { status: 200, body: { id }, rejections: REJECTIONS });
  }
}
