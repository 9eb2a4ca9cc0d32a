import { specificationOf } from '@baogong/decider';
import { place, type PlaceCommand, type PlaceEvent } from './place.js';

const at = '2026-04-15T00:00:00.000Z';
const lane = 'd-pudong/s-weifang/c-y/l-1';
const { given } = specificationOf(place);
const register = (territory = lane, parentKnown = true, name = 'Bamboo lane'): PlaceCommand => ({
  type: 'RegisterTerritory',
  at,
  by: { actor: 'do-1', role: 'district-office', organisation: 'do-1', households: [] },
  data: { territory, parentKnown, name },
});
const registered: PlaceEvent = { type: 'TerritoryRegistered', at, data: { territory: lane, name: 'Bamboo lane' } };

describe('registering a territory', () => {
  it('S12: knows a lane of bungalows, with neither building nor unit', () => given().when(register()).then(registered));
  it('S4: refuses an orphan', () => given().when(register(lane, false)).thenRejected('orphan-territory'));
  it('S4: refuses a circle, a step back up and a level twice', () => {
    for (const path of ['d-a/s-b/c-c/s-b', 'd-a/c-c/s-b', 'd-a/d-a', 's-b/c-c', 'd-a//c-c', 'd-a/x-b'])
      given().when(register(path)).thenRejected('unknown-territory');
  });
  it('changes nothing the second time, and keeps its name', () => {
    given(registered).when(register()).thenNothing();
    given(registered)
      .when(register(lane, true, 'Plum lane'))
      .thenRejected('already-registered');
  });
});
