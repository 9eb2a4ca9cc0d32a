import { specificationOf } from '@baogong/decider';
import { risk, type RiskCommand, type RiskEvent, type Setting } from './risk.js';

const at = '2026-04-15T00:00:00.000Z';
const setting: Setting = { level: 'high', territory: 'd-pudong/s-weifang/c-y', reason: 'new cases' };
const { given } = specificationOf(risk);
const set = (more: Partial<Setting> = {}): RiskCommand => ({
  type: 'SetRiskLevel',
  at,
  by: { actor: 'do-1', role: 'district-office', organisation: 'do-1', households: [] },
  data: { ...setting, ...more },
});
const wasSet: RiskEvent = { type: 'RiskLevelSet', at, data: setting };

describe('setting the risk level of a community', () => {
  it('S14: is a parameter of that community', () => given().when(set()).then(wasSet));
  it('needs a reason, a place and a change', () => {
    given()
      .when(set({ reason: ' ' }))
      .thenRejected('no-reason');
    given()
      .when(set({ territory: 'c-y' }))
      .thenRejected('unknown-territory');
    given(wasSet).when(set()).thenRejected('already-at-level');
  });
});
