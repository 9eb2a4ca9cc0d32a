import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf, CallerOf, type Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { allocateRound, closeRound, openRound } from '../../application/rounds.js';
import { FACTS, RUNTIME, type Facts, type Runtime } from '../../application/runtime.js';
import { roundAllocated, roundClosed, roundOpened } from './answers.js';
import { AllocateRoundBody, CloseRoundBody, OpenRoundBody } from './round.dto.js';
import { REJECTIONS } from './rejections.js';

@Controller('rounds')
export class RoundCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(FACTS) private readonly facts: Facts,
  ) {}

  @Post()
  @Answers(201, roundOpened)
  async open(@CallerOf() caller: Caller, @Body() body: OpenRoundBody, @Res() reply: FastifyReply): Promise<void> {
    const { id, territory } = body;
    const opensAt = instantOf(millisOf(body.opensAt));
    const closesAt = instantOf(millisOf(body.closesAt));
    const items = body.items.map(({ offerId, capPerHousehold }) => ({ offerId, capPerHousehold }));
    const result = await openRound(this.parts(), caller, { roundId: id, territory, opensAt, closesAt, items });
    const told = { id, territory, status: 'open', opensAt, closesAt, items };
    answer(reply, result, { status: 201, body: told, location: `/api/v1/rounds/${id}`, rejections: REJECTIONS });
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Answers(200, roundClosed)
  async close(@Param('id') id: string, @Body() { reason }: CloseRoundBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await closeRound(this.runtime, caller, { roundId: id, reason });
    answer(reply, result, { status: 200, body: { id, status: 'closed' }, rejections: REJECTIONS });
  }

  @Post(':id/allocation')
  @HttpCode(200)
  @Answers(200, roundAllocated)
  async allocate(@Param('id') id: string, @Body() _body: AllocateRoundBody, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(reply.request);
    const result = await allocateRound(this.parts(), caller, id);
    answer(reply, result, { status: 200, body: { id, status: 'allocated' }, rejections: REJECTIONS });
  }

  private parts() {
    return { runtime: this.runtime, facts: this.facts };
  }
}
