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

describe('S81: amending a station', () => {
  const later = { name: 'North gate, hall', opensAt: '09:00', closesAt: '21:00' };
  const amend = (change: Partial<typeof later> & { onlyFor?: string } = {}): StationCommand => ({
    ...open(),
    type: 'AmendStation',
    data: { ...later, ...change },
  });
  const amended: StationEvent = { type: 'StationAmended', at, data: { ...north, ...later } };

  it('changes its name and hours, and nothing else', () => given(opened).when(amend()).then(amended));
  it('changes nothing the second time', () => given(opened, amended).when(amend()).thenNothing());
  it('is refused for a stranger', () =>
    given(opened)
      .when(amend({ onlyFor: 'pf-y' }))
      .thenRejected('not-your-organisation'));
  it('needs an open station', () => given().when(amend()).thenRejected('not-open'));
  it('needs hours in order', () =>
    given(opened)
      .when(amend({ opensAt: '21:00' }))
      .thenRejected('closes-before-it-opens'));
});
