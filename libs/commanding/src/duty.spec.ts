import { judge, judgeSystem } from './duty.js';
import type { Authority, Grant } from './types.js';
import type { DutyRule, Posture } from '@baogong/duties';

const at = '2026-04-15T00:00:00.000Z';
const community = 'd-pudong/s-weifang/c-y';
const rule = (more: Partial<DutyRule>): DutyRule => ({
  id: `${more.role ?? 'property-firm'}-${more.action ?? 'PackParcel'}`,
  role: 'property-firm',
  action: 'PackParcel',
  modality: 'allowed',
  postures: ['lockdown'],
  scope: 'territory',
  legalBasis: 'district emergency plan',
  appeal: 'residents-committee',
  seedRef: 'S50',
  validFrom: '2026-01-01T00:00:00.000Z',
  ...more,
});
const rules = [
  rule({}),
  rule({ role: 'volunteer', modality: 'obliged' }),
  rule({ role: 'platform', modality: 'forbidden' }),
  rule({ role: 'resident', action: 'PlaceOrder', scope: 'own-household' }),
  rule({ role: 'district-office', action: 'SwitchPosture', scope: 'city' }),
  rule({ role: 'system', action: 'RecordRefusals', scope: 'city' }),
];
const grant = (role: Grant['role'], territory = community, more: Partial<Grant> = {}): Grant => ({
  grantId: `g-${role}`,
  actor: 'a-1',
  role,
  territory,
  ...more,
});
const knowing = (grants: Grant[], more: Partial<Authority> = {}): Authority => ({
  grantsOf: () => grants,
  matrix: () => ({ version: 7, rules }),
  posture: (): Posture => 'lockdown',
  inForce: () => ({ matrix: { version: 7, rules }, policyVersion: 3, posture: 'lockdown', risk: 'medium' }),
  staleSeconds: () => 0,
  isStale: () => false,
  hear: () => undefined,
  confirm: () => undefined,
  refresh: () => Promise.resolve(),
  close: () => Promise.resolve(),
  ...more,
});
const duty = { actor: 'a-1', action: 'PackParcel' as const, territory: `${community}/b-07`, at };

describe('judging a duty', () => {
  it('S61: allows under a rule, cites it with its version and tells who acts', () => {
    expect(judge(knowing([grant('property-firm', community, { organisation: 'pf-y' })]), duty)).toMatchObject({
      ok: true,
      by: { actor: 'a-1', role: 'property-firm', organisation: 'pf-y', households: [] },
      rule: 'property-firm-PackParcel',
      inForce: { matrix: { version: 7 }, policyVersion: 3 },
    });
  });

  it('hides what belongs to another community, also from those it would forbid', () => {
    const elsewhere = [grant('property-firm', 'd-pudong/s-weifang/c-z'), grant('platform', 'd-pudong/s-weifang/c-yy')];
    expect(judge(knowing(elsewhere), duty)).toEqual({ ok: false, refusal: { kind: 'not-found' } });
    expect(judge(knowing([]), duty)).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  });

  it('refuses under a territory rule where the grant lies beside the place', () => {
    const judged = judge(knowing([grant('property-firm', `${community}/b-08`)]), duty);
    expect(judged).toMatchObject({ ok: false, refusal: { kind: 'refused', rule: 'property-firm-PackParcel' } });
  });

  it('S61: tells a gap where no rule speaks of the role', () => {
    const judged = judge(knowing([grant('police')]), duty);
    expect(judged).toMatchObject({ ok: false, refusal: { rule: 'no-rule', role: 'police', action: 'PackParcel' } });
  });

  it('N4: acts in the role that is obliged, then in one that is allowed, of all the caller holds', () => {
    const roleOf = (...grants: Grant[]) => {
      const judged = judge(knowing(grants), duty);
      return judged.ok ? judged.by.role : judged.refusal;
    };
    expect(roleOf(grant('platform'), grant('property-firm'), grant('volunteer'))).toBe('volunteer');
    expect(roleOf(grant('platform'), grant('resident'), grant('property-firm'))).toBe('property-firm');
    expect(roleOf(grant('police'), grant('platform'))).toMatchObject({ rule: 'platform-PackParcel' });
  });

  it('keeps to the role that was asked for, even where another would do', () => {
    const both = knowing([grant('platform'), grant('property-firm')]);
    expect(judge(both, { ...duty, askedRole: 'platform' })).toMatchObject({ refusal: { rule: 'platform-PackParcel' } });
    expect(judge(both, { ...duty, askedRole: 'police' })).toMatchObject({ refusal: { rule: 'role-not-held' } });
  });

  it('S59: takes a helper for trained where the grant names the action, and for none of the others', () => {
    const asks = [rule({ role: 'volunteer', conditions: ['trained'] }), rule({ role: 'social-organisation', conditions: ['trained'] })]; // prettier-ignore
    const matrix = { version: 7, rules: asks };
    const judged = (role: Grant['role'], actions?: Grant['actions']) => {
      const held = knowing([grant(role, community, actions ? { actions } : {})], {
        inForce: () => ({ matrix, policyVersion: 3, posture: 'lockdown', risk: 'medium' }),
      });
      const found = judge(held, duty);
      return found.ok || found.refusal;
    };
    for (const role of ['volunteer', 'social-organisation'] as const) {
      expect(judged(role, ['PackParcel'])).toBe(true);
      expect(judged(role)).toMatchObject({ reason: 'condition', unmet: ['trained'] });
      expect(judged(role, ['OpenStation'])).toMatchObject({ reason: 'not-in-grant' });
    }
  });

  it('names the households of a resident, their own and those they act for', () => {
    const homes = [grant('resident', `${community}/b-07/h-0302`), grant('resident', `${community}/b-07/h-0401`)];
    const judged = judge(knowing(homes), { ...duty, action: 'PlaceOrder' });
    expect(judged).toMatchObject({ ok: true, by: { households: ['0302', '0401'], organisation: 'a-1' } });
  });

  it('cannot judge before the first matrix', () => {
    const blank = knowing([grant('property-firm')], { matrix: () => undefined, inForce: () => undefined });
    expect(judge(blank, duty)).toEqual({ ok: false, refusal: { kind: 'authority-unknown' } });
    expect(judgeSystem(blank, duty)).toEqual({ ok: false, refusal: { kind: 'authority-unknown' } });
  });

  it('goes on with a copy that was not confirmed, but refuses to switch posture by it', () => {
    const stale = knowing([grant('property-firm'), grant('district-office', 'd-pudong')], { isStale: () => true });
    expect(judge(stale, duty).ok).toBe(true);
    const judged = judge(stale, { ...duty, action: 'SwitchPosture', askedRole: 'district-office' });
    expect(judged).toMatchObject({ ok: false, refusal: { rule: 'authority-stale' } });
  });

  it('lets no caller act as the system, even with a grant that says so', () => {
    const judged = judge(knowing([grant('system', 'd-pudong')]), { ...duty, action: 'RecordRefusals' });
    expect(judged).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  });

  it('gives the system no right without a rule', () => {
    expect(judgeSystem(knowing([]), { ...duty, action: 'RecordRefusals' })).toMatchObject({ ok: true });
    expect(judgeSystem(knowing([]), duty)).toMatchObject({ ok: false, refusal: { rule: 'no-rule', role: 'system' } });
  });
});
