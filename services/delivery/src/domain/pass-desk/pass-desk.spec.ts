import { specificationOf } from '@baogong/decider';
import { passDesk, passDeskStream, type DeskFault, type PassDeskCommand, type PassDeskEvent } from './pass-desk.js';

const at = '2026-04-15T08:00:00.000Z';
const by = { actor: 'ps-1', role: 'pickup-station', organisation: 'ps-1', households: [] };
const { given } = specificationOf(passDesk);
const shown = (fault: DeskFault): PassDeskCommand => ({
  type: 'HandOverParcel',
  at,
  by,
  data: { place: 'ps-1', fault },
});
const refused = (reason: DeskFault): PassDeskEvent => ({ type: 'PassRefused', at, data: { place: 'ps-1', reason } });

describe('S62 N3: the desk of a place', () => {
  it('records a forged pass', () => given().when(shown('forged')).then(refused('forged')));
  it('records a pass of somewhere else', () => given().when(shown('foreign')).then(refused('foreign')));
  it('records every single one', () => given(refused('forged')).when(shown('forged')).then(refused('forged')));
  it('has one stream per place', () => {
    expect(passDeskStream('ps-1', 'd-a/c-y')).not.toBe(passDeskStream('ps-2', 'd-a/c-y'));
    expect(passDeskStream('ps-1', 'd-a/c-y')).not.toBe(passDeskStream('ps-1', 'd-a/c-z'));
  });
});
