import type { ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, CallerOf, callerOf, idTold } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { announceSupply, withdrawSupply } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { AnnounceSupplyBody, ReasonBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

@Controller('supply-offers')
export class SupplyOfferCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post()
  @Answers(201, idTold)
  async announce(@CallerOf() caller: Caller, @Body() body: AnnounceSupplyBody, @Res() reply: FastifyReply) {
    const { id, arrivesFrom, arrivesTo, ...supply } = body;
    const result = await announceSupply(this.runtime, caller, {
      ...supply,
      offerId: id,
      arrivesFrom: instantOf(millisOf(arrivesFrom)),
      arrivesTo: instantOf(millisOf(arrivesTo)),
    });
    answer(reply, result, {
      status: 201,
      body: { id },
      location: `/api/v1/supply-offers/${id}`,
      rejections: REJECTIONS,
    });
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Answers(200, idTold)
  async withdraw(@Param('id') id: string, @Body() { reason }: ReasonBody, @Res() reply: FastifyReply) {
    const result = await withdrawSupply(this.runtime, callerOf(reply.request), { offerId: id, reason });
    answer(reply, result, { status: 200, body: { id }, rejections: REJECTIONS });
  }
}
