import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { answer, Answers, CallerOf } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { FastifyReply } from 'fastify';
import { LOCAL_RULES, ORGANISATIONS, proposeLocalRule, reportUnknownRule } from '../../application/policies.js';
import type { LocalRuleLookup, OrganisationLookup } from '../../application/policies.js';
import { RUNTIME } from '../../application/runtime.js';
import type { Runtime } from '../../application/runtime.js';
import type { LocalRuleEvent } from '../../domain/local-rule/local-rule.js';
import type { RuleReportEvent } from '../../domain/rule-report/rule-report.js';
import { localRuleDecided, unknownRuleReported } from './answers-policy.js';
import { clausesOf } from './clauses-of.js';
import { ProposeLocalRuleBody, ReportUnknownRuleBody } from './policies.dto.js';
import { POLICY_REJECTIONS } from './policy-rejections.js';

@Controller()
export class LocalRulesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(LOCAL_RULES) private readonly localRules: LocalRuleLookup,
    @Inject(ORGANISATIONS) private readonly isAtADesk: OrganisationLookup,
  ) {}

  /** The answer is the decision: a rule that is rejected was proposed, decided and published like any other. */
  @Post('local-rules')
  @Answers(201, localRuleDecided)
  async propose(
    @CallerOf() caller: Caller,
    @Body() body: ProposeLocalRuleBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, territory, title } = body;
    const proposal = { ruleId: id, territory, title, clauses: clausesOf(body.clauses) };
    const result = await proposeLocalRule(this.runtime, caller, proposal);
    answer(reply, result, {
      status: 201,
      body: ({ events: [decided] }: { events: LocalRuleEvent[] }) => outcomeTold(decided!),
      rejections: POLICY_REJECTIONS,
    });
  }

  @Post('rule-reports')
  @Answers(201, unknownRuleReported)
  async report(
    @CallerOf() caller: Caller,
    @Body() body: ReportUnknownRuleBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const territory = downToBuilding(body.territory);
    const { id: reportId, imposedBy } = body;
    const imposer = imposedBy === undefined ? {} : { imposedBy };
    const report = { reportId, territory, met: clausesOf(body.met), ...imposer };
    const localRules = await this.localRules(territory);
    const imposerKnown = imposedBy !== undefined && (await this.isAtADesk(imposedBy, territory));
    const result = await reportUnknownRule(this.runtime, caller, { ...report, localRules, imposerKnown });
    answer(reply, result, {
      status: 201,
      body: ({ events: [reported] }: { events: RuleReportEvent[] }) => {
        const { reportId, ...told } = reported!.data;
        return { id: reportId, ...told };
      },
      rejections: POLICY_REJECTIONS,
    });
  }
}

function outcomeTold({ type, data }: LocalRuleEvent) {
  const { ruleId, territory, title, policyVersion, sameAtEveryRisk } = data;
  const told = { id: ruleId, territory, title, policyVersion, sameAtEveryRisk };
  if (type === 'LocalRuleAccepted') return { ...told, outcome: 'accepted', differences: [] };
  const { differences, more } = data;
  return { ...told, outcome: 'rejected', differences, ...(more === undefined ? {} : { more }) };
}

/** Which flat somebody comes from is nobody’s business here. */
function downToBuilding(territory: string): string {
  return territory
    .split('/')
    .filter((segment) => !/^[uh]-/.test(segment))
    .join('/');
}
