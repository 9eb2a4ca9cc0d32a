import { specificationOf } from '@baogong/decider';
import { parkedEvent, type ParkedFacts } from './parked-event.js';

const at = '2026-04-15T06:00:00.000Z';
const by = { actor: 'do-1', role: 'district-office', organisation: 'do-1', households: [] };
const place = { consumer: 'stock', source: 'orders', shard: 3, pos: 17, stream: 'order-1', type: 'OrderPlaced' };
const parked: ParkedFacts = { ...place, settled: false, first: true, consumed: true };
const replay = (more: Partial<ParkedFacts> = {}) =>
  ({ type: 'ReplayParkedEvent', at, by, data: { parked: { ...parked, ...more } } }) as const;
const skip = (more: Partial<ParkedFacts> = {}) =>
  ({ type: 'SkipParkedEvent', at, by, data: { parked: { ...parked, ...more }, reason: 'sent twice' } }) as const;
const { given } = specificationOf(parkedEvent);
const replayOrdered = { type: 'ParkedReplayOrdered', at, data: place } as const;
const skipOrdered = { type: 'ParkedSkipOrdered', at, data: { ...place, reason: 'sent twice' } } as const;

describe('a parked event', () => {
  it('is replayed, again too where the first time was in vain', () => {
    given().when(replay()).then(replayOrdered);
    given(replayOrdered).when(replay()).then(replayOrdered);
  });
  it('is left out for a reason that the log keeps', () => given().when(skip()).then(skipOrdered));
  it('is decided about once the earlier ones of its stream are', () => {
    given()
      .when(replay({ first: false }))
      .thenRejected('behind-another');
    given()
      .when(skip({ first: false }))
      .thenRejected('behind-another');
  });
  it('is no longer decided about when it is settled', () => {
    given(skipOrdered)
      .when(replay({ settled: true }))
      .thenRejected('already-settled');
    given(replayOrdered)
      .when(skip({ settled: true }))
      .thenRejected('already-settled');
  });
  it('can only be left out where nobody is there any more to apply it', () => {
    given()
      .when(replay({ consumed: false }))
      .thenRejected('consumer-gone');
    given()
      .when(skip({ consumed: false }))
      .then(skipOrdered);
  });
});
