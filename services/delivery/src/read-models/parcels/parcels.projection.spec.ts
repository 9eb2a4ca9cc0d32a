import { deliveryContracts } from '@baogong/contracts';
import { rowsAfter } from './parcels.projection.js';

const at = '2026-04-15T06:00:00.000Z';
const { ParcelPlanned, ParcelPacked, PassIssued, ParcelOffered, ParcelAccepted, ParcelHandedOver } = deliveryContracts;
const history = Object.entries({
  ParcelPlanned,
  ParcelPacked,
  PassIssued,
  ParcelOffered,
  ParcelAccepted,
  ParcelHandedOver,
}).map(([type, { example }], i) => ({ type, at, data: example, version: i + 1 }));

describe('the work list', () => {
  it('shows who holds what and since when it is whose', () => {
    const statuses = history.map((_, i) =>
      rowsAfter([], history.slice(0, i + 1)).map((row) => [row.status, row.custodian]),
    );
    expect(statuses.flat()).toEqual([
      ['planned', null],
      ['packed', 'pf-y'],
      ['packed', 'pf-y'],
      ['offered', 'pf-y'],
      ['accepted', 'ps-1'],
      ['handed-over', ParcelHandedOver.example.householdId],
    ]);
  });
  it('L7: is the same wherever the history is cut into batches, and when a batch comes again', () => {
    const whole = rowsAfter([], history);
    for (let cut = 0; cut <= history.length; cut += 1) {
      const half = rowsAfter([], history.slice(0, cut));
      expect(rowsAfter(half, history.slice(cut))).toEqual(whole);
      expect(rowsAfter(whole, history.slice(0, cut))).toEqual(whole);
    }
  });
  it('knows the building and the place of the hand-over', () =>
    expect(rowsAfter([], history)).toMatchObject([
      { building: 'b-07', place: 'ps-1', place_kind: 'station', pieces: 1 },
    ]));
});
