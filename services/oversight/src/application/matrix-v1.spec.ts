import { ACTIONS, evaluate, ROLES, type Action, type Posture, type Role } from '@baogong/duties';
import { sealMatrix } from '@baogong/commanding';
import { unevaluatedIn } from './matrices.js';
import { matrixV1 } from './matrix-v1.js';

const at = '2026-04-15T00:00:00.000Z';
const ask = (role: Role, action: Action, posture: Posture = 'lockdown') =>
  evaluate(matrixV1, { role, action, posture, at });
const may = (role: Role, action: Action) => ['allowed', 'obliged'].includes(ask(role, action).verdict);
const whoMay = (action: Action) => ROLES.filter((role) => may(role, action));
const byHand = ROLES.filter((role) => role !== 'system');

const BY_SYSTEM: Action[] = [
  'FixRequests', 'GrantOrder', 'ConfirmOrder', 'CompleteCancellation', 'MissRound', 'FulfilOrder', 'LapseOrder',
  'StockLot', 'ReserveStock', 'ReleaseReservation', 'PinReservation', 'DispenseReservation', 'ExpireReservation',
  'PlanParcel', 'WithdrawParcel', 'ExpirePass', 'RecordRefusals',
]; // prettier-ignore

describe('the duty matrix, version 1', () => {
  it('N4: has a row for every action', () =>
    expect(ACTIONS.filter((action) => !matrixV1.rules.some((rule) => rule.action === action))).toEqual([]));

  it('N4: leaves more than a third of an event for rules to come', () => {
    const bytes = Buffer.byteLength(JSON.stringify(sealMatrix(matrixV1, Buffer.alloc(32, 7))));
    expect(bytes).toBeLessThan((2 / 3) * 262_144);
  });

  it('S50: asks for no condition that nobody looks at', () => {
    expect(unevaluatedIn(matrixV1)).toEqual([]);
    const [rule] = matrixV1.rules.filter(({ id }) => id === 'open-round/platform');
    const blind = { ...matrixV1, rules: [{ ...rule!, conditions: ['neighbour' as const] }] };
    expect(unevaluatedIn(blind)).toEqual([{ rule: 'open-round/platform', condition: 'neighbour' }]);
  });

  it('N4: gives each rule an id of its own, a basis and an appeal', () => {
    expect(new Set(matrixV1.rules.map(({ id }) => id)).size).toBe(matrixV1.rules.length);
    expect(
      matrixV1.rules.filter(({ legalBasis, appeal, seedRef }) => !legalBasis || !appeal || !/^S\d+$/.test(seedRef)),
    ).toEqual([]);
  });

  it('I14: gives every obligation a due time and somebody to escalate to', () => {
    const obliged = matrixV1.rules.filter(({ modality }) => modality === 'obliged');
    expect(obliged.length).toBeGreaterThan(0);
    expect(obliged.filter(({ deadlineMinutes, escalateTo }) => !deadlineMinutes || !escalateTo)).toEqual([]);
  });

  it('S6: permits the same in every posture; only clocks differ', () => {
    for (const action of ACTIONS)
      for (const role of ROLES)
        for (const posture of ['normal', 'alert', 'recovery'] as const)
          expect([action, role, posture, ['allowed', 'obliged'].includes(ask(role, action, posture).verdict)]).toEqual([
            action, role, posture, may(role, action),
          ]); // prettier-ignore
    expect(ask('property-firm', 'PackParcel').verdict).toBe('obliged');
    expect(ask('property-firm', 'PackParcel', 'normal').verdict).toBe('allowed');
  });

  it('I5: leaves what follows from facts to the system alone', () => {
    for (const action of BY_SYSTEM) expect([action, whoMay(action)]).toEqual([action, ['system']]);
  });

  it('S83 S84: leaves policy and posture to the district office', () => {
    expect(whoMay('SwitchPosture')).toEqual(['district-office']);
    expect(whoMay('ActivateDutyMatrix')).toEqual(['district-office', 'system']);
    expect(ask('property-firm', 'SwitchPosture').verdict).toBe('forbidden');
  });

  it('lets committee, property firm and platform open rounds, and nobody else', () =>
    expect(whoMay('OpenRound')).toEqual(['residents-committee', 'property-firm', 'platform']));

  it("S45: keeps the offices above from ordering in a household's place", () => {
    for (const role of ['district-office', 'subdistrict-office', 'transporter'] as const)
      for (const action of ['PlaceOrder', 'AmendOrder', 'CancelOrder'] as const)
        expect(ask(role, action).verdict).toBe('forbidden');
  });

  it('S78 N12: shows personal data to the household and its committee, never to the district', () => {
    expect(whoMay('SeeHousehold')).toEqual(['residents-committee', 'resident']);
    expect(ask('district-office', 'SeeHousehold').verdict).toBe('forbidden');
    expect(whoMay('SeePass')).toEqual(['resident']);
  });

  it('S62: lets no platform hand over, and no supplier count its own goods', () => {
    expect(ask('platform', 'HandOverParcel').verdict).toBe('forbidden');
    expect(ask('platform', 'ReceiveGoods').verdict).toBe('forbidden');
  });

  it('shows the district throughput, refusals and actors', () => {
    for (const action of ['SeeThroughput', 'SeeRefusals', 'SeeActors'] as const)
      expect([action, may('district-office', action)]).toEqual([action, true]);
    expect(byHand.filter((role) => may(role, 'SeeRefusals'))).toEqual(['district-office', 'subdistrict-office']);
  });

  it('sets the property firm its clocks: two hours to count, twelve to pack', () => {
    expect(ask('property-firm', 'ReceiveGoods')).toMatchObject({ verdict: 'obliged', rule: { deadlineMinutes: 120 } });
    expect(ask('property-firm', 'PackParcel')).toMatchObject({ verdict: 'obliged', rule: { deadlineMinutes: 720 } });
  });
});
