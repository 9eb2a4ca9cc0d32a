import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf, IsId, IsTerritory, IsWhole } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { setAlertThreshold } from '../../application/thresholds.js';
import { MEASURES, type Measure } from '../../domain/threshold/threshold.js';
import { thresholdSet } from './answers.js';

const REJECTIONS = {
  'about-something-else': 'A threshold with this id watches another place or another number; use a new id.',
  'unknown-territory': 'This is not a path from the district down, each level at most once and in its order.',
};

export class SetAlertThresholdBody {
  @IsId()
  id: string;

  @IsTerritory()
  territory: string;

  @IsIn(MEASURES)
  measure: Measure;

  /** From this number on somebody above is told. */
  @IsWhole(1, 1_000_000_000)
  atLeast: number;
}

@Controller('alert-thresholds')
export class ThresholdsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Post()
  @Answers(201, thresholdSet)
  async set(
    @CallerOf() caller: Caller,
    @Body() body: SetAlertThresholdBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, territory, measure, atLeast } = body;
    const result = await setAlertThreshold(this.runtime, caller, { thresholdId: id, territory, measure, atLeast });
    answer(reply, result, { status: 201, body: { id, territory, measure, atLeast }, rejections: REJECTIONS });
  }
}
