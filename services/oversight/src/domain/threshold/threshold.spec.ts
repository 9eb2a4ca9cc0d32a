import { specificationOf } from '@baogong/decider';
import { threshold, type Threshold, type ThresholdCommand, type ThresholdEvent } from './threshold.js';

const { given } = specificationOf(threshold);
const by = { actor: 'do-1', role: 'district-office', organisation: 'do-1', households: [] };
const at = '2026-04-15T06:00:00.000Z';
const late: Threshold = { thresholdId: 't', territory: 'd-a', measure: 'late-consignments', atLeast: 3 };
const set = (more: Partial<Threshold> = {}): ThresholdCommand => ({
  ...{ type: 'SetAlertThreshold', at, by },
  data: { ...late, ...more },
});
const look = (value: number): ThresholdCommand => ({ type: 'RecordCrossing', at, by, data: { value, told: value } });
const wasSet = (more: Partial<Threshold> = {}): ThresholdEvent => ({
  ...{ type: 'AlertThresholdSet', at },
  data: { ...late, ...more },
});
const crossed = (direction: 'above' | 'below', value: number, crossing: number): ThresholdEvent => ({
  ...{ type: 'ThresholdCrossed', at },
  data: { ...late, direction, value, crossing },
});

describe('a threshold for alerts', () => {
  it('S15: is told once for each crossing, and once when it is over', () => {
    given(wasSet())
      .when(look(3))
      .then(crossed('above', 3, 1));
    given(wasSet(), crossed('above', 3, 1))
      .when(look(7))
      .thenRejected('not-crossed');
    given(wasSet(), crossed('above', 3, 1))
      .when(look(2))
      .then(crossed('below', 2, 2));
    given(wasSet()).when(look(2)).thenRejected('not-crossed');
  });

  it('S15: keeps what it is about, and can be moved', () => {
    given(wasSet())
      .when(set({ measure: 'refusals' }))
      .thenRejected('about-something-else');
    given(wasSet())
      .when(set({ territory: 'd-b' }))
      .thenRejected('about-something-else');
    given(wasSet())
      .when(set({ atLeast: 9 }))
      .then(wasSet({ atLeast: 9 }));
    given(wasSet()).when(set()).thenNothing();
    given()
      .when(set({ territory: 'nowhere' }))
      .thenRejected('unknown-territory');
    given().when(look(1)).thenRejected('not-set');
  });
});
