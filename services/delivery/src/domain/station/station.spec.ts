import { specificationOf } from '@baogong/decider';
import { station, type Station, type StationCommand, type StationEvent } from './station.js';

const at = '2026-04-15T00:00:00.000Z';
const north: Station = {
  stationId: 'ps-1',
  territory: 'd-pudong/s-weifang/c-y',
  name: 'North gate',
  organisation: 'ps-1',
  opensAt: '08:00',
  closesAt: '20:00',
};
const { given } = specificationOf(station);
const open = (change: Partial<Station> & { onlyFor?: string } = {}): StationCommand => ({
  type: 'OpenStation',
  at,
  by: { actor: 'any', role: 'any', organisation: 'any', households: [] },
  data: { ...north, ...change },
});
const opened: StationEvent = { type: 'StationOpened', at, data: north };

describe('S81: opening a station', () => {
  it('is done for its own organisation', () =>
    given()
      .when(open({ onlyFor: 'ps-1' }))
      .then(opened));
  it('is done for any organisation where the rule says so', () => given().when(open()).then(opened));
  it('is refused for a stranger', () =>
    given()
      .when(open({ onlyFor: 'pf-y' }))
      .thenRejected('not-your-organisation'));
  it('happens once', () => given(opened).when(open()).thenRejected('already-open'));
  it('needs hours in order', () =>
    given()
      .when(open({ closesAt: '08:00' }))
      .thenRejected('closes-before-it-opens'));
});
