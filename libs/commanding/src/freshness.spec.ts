import { jest } from '@jest/globals';
import { createLogger } from '@baogong/observability';
import { keepConfirmed, type FreshnessOptions } from './freshness.js';
import type { Authority } from './types.js';

const log = createLogger({ service: 'spec', level: 'silent' });
const shard = { consumer: 'authority', source: 'oversight' as const, shard: 3, at: 5, head: 5, seconds: 0 };
const caughtUp = { ...shard, events: 0, duplicates: 0, repeats: 0, quarantined: false };

describe('the freshness of the copy of authority', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const confirmations = async (more: Partial<Record<keyof typeof caughtUp, unknown>>, read: () => Promise<never[]>) => {
    let confirmed = 0;
    const authority = { confirm: () => (confirmed += 1) } as unknown as Authority;
    const fresh = keepConfirmed({
      runtime: { authority, clock: { now: () => '2026-04-15T06:00:10.000Z' }, log },
      consumers: { lag: () => [{ ...caughtUp, ...more }] } as unknown as FreshnessOptions['consumers'],
      read,
      applied: () => Promise.resolve(0),
    });
    await jest.advanceTimersByTimeAsync(3000);
    await fresh.close();
    return confirmed;
  };

  it('is confirmed each second while oversight answers that nothing follows', async () =>
    expect(await confirmations({}, () => Promise.resolve([]))).toBe(3));
  it('is not while the wire to oversight is cut', async () =>
    expect(await confirmations({}, () => Promise.reject(new Error('cut')))).toBe(0));
  it('is not while events wait to be applied for longer than a moment', async () => {
    expect(await confirmations({ events: 1, seconds: 3 }, () => Promise.resolve([]))).toBe(0);
    expect(await confirmations({ events: 1, seconds: 1 }, () => Promise.resolve([]))).toBe(3);
  });
  it('is not while oversight knows of something older than a moment', async () => {
    const knows = (at: string) => confirmations({}, () => Promise.resolve([{ at }] as never[]));
    expect(await knows('2026-04-15T06:00:07.000Z')).toBe(0);
    expect(await knows('2026-04-15T06:00:09.000Z')).toBe(3);
  });
  it('is not while the log of oversight is in quarantine', async () =>
    expect(await confirmations({ quarantined: true }, () => Promise.resolve([]))).toBe(0));
  it('is not by the lag of another consumer', async () =>
    expect(await confirmations({ consumer: 'actors' }, () => Promise.resolve([]))).toBe(0));
  it('asks after what another replica has applied, where this one does not lead', async () => {
    const asked: number[] = [];
    const fresh = keepConfirmed({
      runtime: {
        authority: { confirm: () => undefined } as Authority,
        clock: { now: () => '2026-04-15T06:00:10.000Z' },
        log,
      },
      consumers: { lag: () => [{ ...caughtUp, at: 0, head: 0 }] } as unknown as FreshnessOptions['consumers'],
      read: ({ from }) => Promise.resolve(asked.push(from) > 0 ? [] : []),
      applied: (asking) => Promise.resolve(asking === 3 ? 17 : 0),
    });
    await jest.advanceTimersByTimeAsync(1000);
    await fresh.close();
    expect(asked).toEqual([17]);
  });
});
