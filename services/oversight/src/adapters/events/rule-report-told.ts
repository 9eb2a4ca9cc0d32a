import type { UnknownRuleReported } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { RuleReportTold } from '../../domain/case/rule-reports.process.js';

export function ruleReportTold({ data }: Pick<EventRecord, 'data'>): RuleReportTold {
  const { reportId, territory, imposedBy } = data as UnknownRuleReported;
  return { reportId, territory, ...(imposedBy === undefined ? {} : { about: imposedBy }) };
}
