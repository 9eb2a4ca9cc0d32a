import type { UnknownRuleReported } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { RuleReportTold } from '../../domain/case/rule-reports.process.js';

export function ruleReportTold({ data }: Pick<EventRecord, 'data'>): RuleReportTold {
  const { reportId, territory } = data as UnknownRuleReported;
  return { reportId, territory };
}
