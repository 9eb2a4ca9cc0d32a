import type { IssuedCommand, Process } from '@baogong/decider';
import { householdOf, placeWithoutHome, type Territory } from '@baogong/kernel';

/** A rule that somebody met and nobody could show, in this process's own words. */
export interface RuleReportTold {
  reportId: string;
  territory: Territory;
  /** The organisation at whose desk it was met: it does not judge the case. */
  about?: string;
}

/** Every such report becomes a case under its own id, so that somebody has to answer it. */
export const ruleReports: Process<boolean, RuleReportTold, RuleReportTold> = {
  initial: false,

  streamOf: ({ reportId }) => reportId,

  react: (told, opened) => (opened ? [] : [told]),

  evolve: () => true,

  commandsOf({ reportId, territory, about }): IssuedCommand[] {
    const place = placeWithoutHome(territory);
    const householdId = householdOf(territory);
    const whose = householdId === undefined ? {} : { householdId };
    const opening = {
      caseId: reportId,
      kind: 'rule-report',
      subject: 'access',
      place,
      ruleReportId: reportId,
      ...whose,
      ...(about === undefined ? {} : { about }),
    };
    return [{ action: 'OpenCase', stream: { id: `case-${reportId}`, kind: 'case', territory: place }, data: opening }];
  },
};
