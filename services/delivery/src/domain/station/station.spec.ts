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
const open = (by: { organisation: string; role: string }, change: Partial<Station> = {}): StationCommand => ({
  type: 'OpenStation',
  at,
  by: { actor: by.organisation, households: [], ...by },
  data: { ...north, ...change },
});
const itself = { organisation: 'ps-1', role: 'pickup-station' };
const committee = { organisation: 'rc-y', role: 'residents-committee' };
const opened: StationEvent = { type: 'StationOpened', at, data: north };

describe('S81: opening a station', () => {
  it('is done by the organisation that runs it', () => given().when(open(itself)).then(opened));
  it('is done by the committee for another', () => given().when(open(committee)).then(opened));
  it('is refused to a stranger', () =>
    given()
      .when(open({ organisation: 'pf-y', role: 'property-firm' }))
      .thenRejected('not-your-organisation'));
  it('happens once', () => given(opened).when(open(itself)).thenRejected('already-open'));
  it('needs hours in order', () =>
    given()
      .when(open(itself, { closesAt: '08:00' }))
      .thenRejected('closes-before-it-opens'));
});
