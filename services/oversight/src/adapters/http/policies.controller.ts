import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { answer, Answers, CallerOf, IsMoment, IsTerritory, MayBeMissing, seen } from '@baogong/http';
import type { Caller } from '@baogong/http';
import { instantOf, millisOf } from '@baogong/kernel';
import type { FastifyReply } from 'fastify';
import { issuePolicy, policiesAt, setLocalParameter } from '../../application/policies.js';
import { placeOf, see } from '../../application/reading.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import type { PolicyEvent } from '../../domain/policy/messages.js';
import { localParameterSet, policiesInForce, policyVersionTold } from './answers-policy.js';
import { IssuePolicyBody, SetLocalParameterBody } from './policies.dto.js';
import { clausesOf } from './clauses-of.js';
import { decidedTold, policiesTold } from './policies-told.js';
import { POLICY_REJECTIONS } from './policy-rejections.js';

export class PoliciesQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  /** At present where it is left out. */
  @MayBeMissing() @IsMoment() at?: string;
}

@Controller()
export class PoliciesController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** What is in force at a place, and from where it came down to it. */
  @Get('policies')
  @Answers(200, policiesInForce)
  async read(@CallerOf() caller: Caller, @Query() query: PoliciesQuery) {
    const territory = placeOf(this.runtime, caller, query.territory);
    seen(see(this.runtime, caller, { action: 'SeePolicies', territory }));
    const at = query.at === undefined ? this.runtime.clock.now() : momentOf(query.at);
    return { territory, at, ...policiesTold(await policiesAt(this.runtime, territory, at)) };
  }

  @Post('policies')
  @Answers(201, policyVersionTold)
  async issue(@CallerOf() caller: Caller, @Body() body: IssuePolicyBody, @Res() reply: FastifyReply): Promise<void> {
    const { version, territory, parentVersion, source, delegated = [] } = body;
    const { title, article, text } = source;
    const result = await issuePolicy(this.runtime, caller, {
      ...{ version, territory, parentVersion, clauses: clausesOf(body.clauses) },
      source: { title, article, ...(text === undefined ? {} : { text }) },
      delegated: delegated.map(({ clause, parameter, least, most }) => ({ clause, parameter, least, most })),
      ...(body.effectiveFrom === undefined ? {} : { effectiveFrom: momentOf(body.effectiveFrom) }),
      ...(body.effectiveTo === undefined ? {} : { effectiveTo: momentOf(body.effectiveTo) }),
    });
    answer(reply, result, {
      status: 201,
      body: ({ events: [issued] }: { events: PolicyEvent[] }) => decidedTold(issued!),
      rejections: POLICY_REJECTIONS,
    });
  }

  @Post('local-parameters')
  @Answers(201, localParameterSet)
  async set(
    @CallerOf() caller: Caller,
    @Body() body: SetLocalParameterBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { territory, clause, parameter, value, reason } = body;
    const asked = { territory, clause, parameter, value };
    const result = await setLocalParameter(this.runtime, caller, { ...asked, reason });
    answer(reply, result, {
      status: 201,
      // Nothing happens where the parameter has this value already.
      body: ({ events: [set] }: { events: PolicyEvent[] }) => (set ? decidedTold(set) : asked),
      rejections: POLICY_REJECTIONS,
    });
  }
}

const momentOf = (text: string) => instantOf(millisOf(text));
