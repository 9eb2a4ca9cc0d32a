import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { answer, Answers, callerOf } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { settleBreach } from '../../application/obligations.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { breachSettled } from './answers.js';
import { SettlementBody } from './obligations.dto.js';

const REJECTIONS = {
  'never-started': 'There is no such obligation.',
  'not-breached': 'Its time is not over; it ends by being done.',
  'already-settled': 'It has ended already.',
  'reason-missing': 'Give a reason that others can check.',
  'own-breach': 'Whoever is in breach does not settle it.',
  'not-yours-to-settle': 'It was told to another office, whose turn it is.',
};

@Controller('obligations')
export class SettlementsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post(':id/settlement')
  @Answers(200, breachSettled)
  @HttpCode(200)
  async settle(@Param('id') id: string, @Body() body: SettlementBody, @Res() reply: FastifyReply): Promise<void> {
    const { outcome, reason } = body;
    const result = await settleBreach(this.runtime, callerOf(reply.request), { obligationId: id, outcome, reason });
    answer(reply, result, { status: 200, body: { id, status: 'settled', outcome, reason }, rejections: REJECTIONS });
  }
}
