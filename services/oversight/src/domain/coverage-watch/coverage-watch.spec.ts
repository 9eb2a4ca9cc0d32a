import { specificationOf, type By } from '@baogong/decider';
import { coverageWatch, type CoverageWatchCommand, type CoverageWatchEvent, type Gap } from './coverage-watch.js';

const { given } = specificationOf(coverageWatch);
const by: By = { actor: 'system', role: 'system', organisation: 'system', households: [] };
const hour = '2026-04-15T06:00:00.000Z';
const at = '2026-04-15T06:00:01.000Z';
const gap = (action: string): Gap => ({
  ...{ territory: 'd-pudong/s-weifang/c-y', action },
  offeredTo: [{ rank: 2, role: 'volunteer', holders: 3 }],
});
const watch = (...gaps: Gap[]): CoverageWatchCommand => ({ type: 'WatchCoverage', at, by, data: { hour, gaps } });
const uncovered = (action: string): CoverageWatchEvent => ({
  ...{ type: 'DutyUncovered', at, data: { ...gap(action), hour } },
});
const covered = (action: string): CoverageWatchEvent => ({
  ...{ type: 'DutyCovered', at, data: { territory: 'd-pudong/s-weifang/c-y', action, hour } },
});

describe('the watch over duties', () => {
  it('S61 N18: raises an alarm for a duty that nobody holds, and tells to whom it is offered', () =>
    given().when(watch(gap('PackParcel'))).then(uncovered('PackParcel'))); // prettier-ignore
  it('is silent while nothing changes', () => {
    given().when(watch()).thenNothing();
    given(uncovered('PackParcel')).when(watch(gap('PackParcel'))).thenNothing(); // prettier-ignore
  });
  it('gives the all-clear when somebody is there, and raises the alarm anew when nobody is', () => {
    given(uncovered('PackParcel'))
      .when(watch(gap('StaffStation')))
      .then(uncovered('StaffStation'), covered('PackParcel'));
    given(uncovered('PackParcel'), covered('PackParcel'))
      .when(watch(gap('PackParcel')))
      .then(uncovered('PackParcel'));
  });
  it('tells a great hole in pieces', () => {
    const gaps = Array.from({ length: 600 }, (_, index) => gap(`Action${index}`));
    const decision = coverageWatch.decide(watch(...gaps), coverageWatch.initial);
    expect(decision.kind === 'accepted' && decision.events.length).toBe(500);
  });
});
