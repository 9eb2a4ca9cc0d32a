import { evaluate, type DutyQuestion } from './evaluate.js';
import type { DutyRule, Modality } from './matrix.js';

const at = '2026-04-15T00:00:00.000Z';
const question: DutyQuestion = { role: 'property-firm', action: 'OpenRound', posture: 'lockdown', at };
const rule = (modality: Modality, more: Partial<DutyRule> = {}): DutyRule => ({
  id: `R-${modality}`,
  role: 'property-firm',
  action: 'OpenRound',
  modality,
  postures: ['lockdown'],
  scope: 'territory',
  legalBasis: 'basis',
  appeal: 'district office',
  seedRef: 'S50',
  validFrom: '2026-01-01T00:00:00.000Z',
  ...more,
});
const verdict = (...rules: DutyRule[]) => evaluate({ version: 1, rules }, question).verdict;

describe('evaluating duties', () => {
  it('N4 S50: lets forbidden beat obliged and obliged beat allowed, whatever their order', () => {
    expect(verdict(rule('allowed'), rule('forbidden'), rule('obliged'))).toBe('forbidden');
    expect(verdict(rule('allowed'), rule('obliged'))).toBe('obliged');
    expect(verdict(rule('allowed'))).toBe('allowed');
  });
  it('S61: tells a gap where no rule matches', () => {
    expect(verdict()).toBe('gap');
    expect(verdict(rule('allowed', { role: 'platform' }))).toBe('gap');
    expect(verdict(rule('allowed', { action: 'CloseRound' }))).toBe('gap');
    expect(verdict(rule('allowed', { postures: ['normal'] }))).toBe('gap');
  });
  it('applies a rule from its first moment until just before its last', () => {
    expect(verdict(rule('allowed', { validFrom: at }))).toBe('allowed');
    expect(verdict(rule('allowed', { validTo: at }))).toBe('gap');
  });
});
