import { ruleReports } from './rule-reports.process.js';

const told = { reportId: 'r1', territory: 'd-pudong/s-weifang/c-y/b-07/h-0302' };
const place = 'd-pudong/s-weifang/c-y/b-07';

describe('a reported rule', () => {
  it('S48 S70: becomes a case under its own id, at the building', () => {
    expect(ruleReports.react(told, ruleReports.initial).flatMap(ruleReports.commandsOf)).toEqual([
      {
        action: 'OpenCase',
        stream: { id: 'case-r1', kind: 'case', territory: place },
        data: {
          ...{ caseId: 'r1', kind: 'rule-report', subject: 'access', place, ruleReportId: 'r1' },
          householdId: '0302',
        },
      },
    ]);
  });
  it('S20: is about the organisation at whose desk it was met, which then does not judge it', () => {
    const [command] = ruleReports.react({ ...told, about: 'pf-y' }, false).flatMap(ruleReports.commandsOf);
    expect(command!.data).toMatchObject({ about: 'pf-y' });
  });
  it('becomes one case, told twice or not', () =>
    expect(ruleReports.react(told, ruleReports.evolve(false, told))).toEqual([]));
});
