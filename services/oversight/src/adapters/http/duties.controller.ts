import { Body, Controller, Get, HttpCode, Inject, Post, Res, UseInterceptors } from '@nestjs/common';
import { AfterInterceptor, answer, Answers, CallerOf, Problem, setVersion } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { DutyMatrix } from '@baogong/duties';
import type { FastifyReply } from 'fastify';
import { activateMatrix, builtIn, offeredBeside } from '../../application/matrices.js';
import { setRiskLevel, switchPosture } from '../../application/registry.js';
import { placeOf } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import { matrixActivated, matrixTold, postureSwitched, riskLevelSet } from './answers.js';
import { ActivateDutyMatrixBody, SetRiskLevelBody, SwitchPostureBody } from './duties.dto.js';

const REJECTIONS = {
  'version-must-rise-by-one': 'The next version is the active one plus one; read the matrix again.',
  'rule-twice': 'Two rules carry the same id.',
  'action-without-row': 'Every action needs at least one rule.',
  'nobody-could-amend': 'Under this matrix no person could ever activate another one.',
  'rule-never-in-force': 'A rule ends before it begins.',
  'obligation-without-clock': 'An obligation needs a deadline and somebody to escalate to.',
  'condition-nobody-evaluates':
    'No service looks at this condition for that action: the rule would let everybody through.',
  'prohibition-with-condition': 'A prohibition has no conditions: what is not told could not be refused.',
  'rules-contradict': 'What a rule obliges a role to, another forbids it at the same time: it could only be breached.',
  'no-reason': 'A switch of posture is given a reason.',
  'already-in-posture': 'This posture holds there already.',
  'already-at-level': 'This level of risk holds there already.',
  'ration-not-positive': 'A ration lets a household ask for at least one.',
};

@Controller()
export class DutiesController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** The law is public to everyone who has a token. */
  @Get('duty-matrix')
  @Answers(200, matrixTold)
  @UseInterceptors(AfterInterceptor)
  async read(@CallerOf() _caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    // The position that was waited for has reached the tables; the copy in memory follows them a moment later.
    await this.runtime.authority.refresh();
    const matrix = this.runtime.authority.matrix();
    if (!matrix) throw new Problem('authority-unknown');
    setVersion(reply, matrix.version);
    const offered = offeredBeside(matrix);
    return { ...matrix, ...(offered ? { offered } : {}) };
  }

  @Post('duty-matrix')
  @Answers(200, matrixActivated)
  @HttpCode(200)
  async activate(
    @CallerOf() caller: Caller,
    @Body() body: ActivateDutyMatrixBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const matrix = matrixIn(body);
    const district = placeOf(this.runtime, caller);
    const result = await activateMatrix(this.runtime, caller, { district, matrix });
    const told = { version: matrix.version, rules: matrix.rules.length };
    answer(reply, result, { status: 200, body: told, rejections: REJECTIONS });
  }

  @Post('posture')
  @Answers(200, postureSwitched)
  @HttpCode(200)
  async switch(@CallerOf() caller: Caller, @Body() body: SwitchPostureBody, @Res() reply: FastifyReply): Promise<void> {
    const { posture, territory, reason, incident, rationing } = body;
    const more = {
      ...(incident === undefined ? {} : { incident }),
      ...(rationing === undefined ? {} : { rationing: { perItem: rationing.perItem } }),
    };
    const told = { posture, territory, reason, ...more };
    const result = await switchPosture(this.runtime, caller, told);
    answer(reply, result, { status: 200, body: told, rejections: REJECTIONS });
  }

  @Post('risk-levels')
  @Answers(200, riskLevelSet)
  @HttpCode(200)
  async setRisk(@CallerOf() caller: Caller, @Body() body: SetRiskLevelBody, @Res() reply: FastifyReply): Promise<void> {
    const { level, territory, reason } = body;
    const result = await setRiskLevel(this.runtime, caller, { level, territory, reason });
    answer(reply, result, { status: 200, body: { level, territory, reason }, rejections: REJECTIONS });
  }
}

/** A body without rules asks for the document that Baogong brings. */
function matrixIn({ version, rules, texts }: ActivateDutyMatrixBody): DutyMatrix {
  if (!rules) return builtIn(version);
  return { version, rules: rules.map((rule) => ({ ...rule })), ...(texts ? { texts } : {}) };
}
