import type { ServiceRuntime } from '@baogong/commanding';
import { answer, Answers, callerOf, FORMS_TOLD } from '@baogong/http';
import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { adjustStock } from '../../application/commands.js';
import { RUNTIME } from '../../application/runtime.js';
import { z } from 'zod';
import { AdjustStockBody } from './bodies.js';
import { REJECTIONS } from './rejections.js';

const adjustmentTold = z.strictObject({ offerId: FORMS_TOLD.id });

@Controller('stock')
export class StockCommands {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Post(':offerId/adjustments')
  @HttpCode(200)
  @Answers(200, adjustmentTold)
  async adjust(@Param('offerId') offerId: string, @Body() body: AdjustStockBody, @Res() reply: FastifyReply) {
    const caller = callerOf(reply.request, { needsIfMatch: true });
    const result = await adjustStock(this.runtime, caller, { offerId, ...body });
    answer(reply, result, { status: 200, body: { offerId }, rejections: REJECTIONS });
  }
}
