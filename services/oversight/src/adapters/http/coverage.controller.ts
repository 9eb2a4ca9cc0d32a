import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { claimDuty, releaseDuty, type CoverageFacts } from '../../application/coverage.js';
import { COVERAGE, RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { dutyClaimed, dutyReleased } from './answers.js';
import { ClaimDutyBody, ReleaseDutyBody } from './coverage.dto.js';

const REJECTIONS = {
  'not-whole-hours': 'A duty is claimed and given back by whole hours, such as 14:00 to 16:00.',
  'no-hours': 'It has to end after it begins.',
  'in-the-past': 'That hour is over.',
  'too-long': 'At most twelve hours at a stretch.',
  'too-far-ahead': 'At most fourteen days ahead.',
  'already-claimed': 'A claim with this id exists already; use a new id.',
  'not-eligible': 'By the duty matrix your role may not do this here.',
  'already-covered': 'Somebody is on duty in one of these hours.',
  'not-your-duty': 'You are not on duty in one of these hours.',
  'reason-missing': 'Give a reason that others can check.',
};

@Controller('coverage')
export class DutyShiftsController {
  private readonly parts: { runtime: Runtime; facts: CoverageFacts };

  constructor(@Inject(RUNTIME) runtime: Runtime, @Inject(COVERAGE) facts: CoverageFacts) {
    this.parts = { runtime, facts };
  }

  @Post('claims')
  @Answers(201, dutyClaimed)
  async claim(@CallerOf() caller: Caller, @Body() body: ClaimDutyBody, @Res() reply: FastifyReply): Promise<void> {
    const asked = spanOf(body);
    const result = await claimDuty(this.parts, caller, { claimId: body.id, ...asked });
    answer(reply, result, { status: 201, body: { id: body.id, ...asked }, rejections: REJECTIONS });
  }

  @Post('releases')
  @Answers(200, dutyReleased)
  @HttpCode(200)
  async release(@CallerOf() caller: Caller, @Body() body: ReleaseDutyBody, @Res() reply: FastifyReply): Promise<void> {
    const asked = { ...spanOf(body), reason: body.reason };
    const result = await releaseDuty(this.parts, caller, asked);
    answer(reply, result, { status: 200, body: asked, rejections: REJECTIONS });
  }
}

const spanOf = ({ action, territory, from, to }: Omit<ReleaseDutyBody, 'reason'>) => ({
  action,
  territory,
  from: instantOf(millisOf(from)),
  to: instantOf(millisOf(to)),
});
