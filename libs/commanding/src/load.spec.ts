import type { ConsumerLag } from '@baogong/event-pipe';
import { loadOf } from './load.js';

const lag = (events: number, seconds: number, quarantined = false): ConsumerLag => ({
  ...{ consumer: 'stock', source: 'orders', shard: 3, at: 5, head: 5 + events },
  ...{ events, seconds, duplicates: 0, repeats: 0, quarantined },
});

describe('the load of a service', () => {
  let now = 0;
  let depth = 0;
  let lags: ConsumerLag[] = [];
  const load = loadOf(
    { runtime: { store: { depth: () => depth } }, consumers: { lag: () => lags } } as unknown as Parameters<
      typeof loadOf
    >[0],
    () => now,
  );
  const told = () => ((now += 1000), load());

  it('leaves room while queues are short and consumers keep up, or only pause', () => {
    lags = [lag(4000, 60), lag(20, 900)];
    expect(told()).toBeUndefined();
    lags = [lag(50_000, 1)];
    expect(told()).toBeUndefined();
  });
  it('asks to come back once a consumer is far behind in events and in seconds, over all its shards', () => {
    lags = [lag(3000, 12), lag(3000, 40)];
    expect(told()).toBe(10);
    lags = [];
    expect(load()).toBe(10);
    expect(told()).toBeUndefined();
  });
  it('does not count a log in quarantine, which no waiting heals', () => {
    lags = [lag(9000, 600, true)];
    expect(told()).toBeUndefined();
  });
  it('asks to come back in a second when the queue of the store is long', () => {
    depth = 2048;
    expect(told()).toBe(1);
  });
});
