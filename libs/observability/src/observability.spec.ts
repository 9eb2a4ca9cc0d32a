import { createLogger, createMetrics, METRICS, probeAll } from './index.js';

describe('observability', () => {
  it('writes no secret and no personal field into the log', () => {
    const lines: string[] = [];
    const log = createLogger({ service: 'orders', destination: { write: (line: string) => void lines.push(line) } });
    log.info({
      body: { name: '王芳', telephone: '13800000000' },
      headers: { authorization: 'Bearer t' },
      token: 'secret',
    });
    expect(lines.join('')).toContain('"service":"orders"');
    expect(lines.join('')).not.toMatch(/王芳|13800000000|Bearer t|secret/);
  });

  it('calls a part that fails, throws or hangs unavailable', async () => {
    const report = await probeAll([
      { name: 'good', check: async () => true },
      { name: 'thrown', check: async () => Promise.reject(new Error('down')) },
      { name: 'hanging', check: () => new Promise<boolean>(() => undefined) },
    ]);
    expect(report).toEqual({ status: 'unavailable', probes: { good: 'ok', thrown: 'failed', hanging: 'failed' } });
  });

  it('reads queues, lag and refusals anew at each scrape and never adds them up', async () => {
    const metrics = createMetrics();
    let events = 3;
    metrics.watch({
      service: 'orders',
      consumers: () => [{ consumer: 'rounds', source: 'orders', shard: 2, events, seconds: 1, quarantined: false }],
      parked: async () => [{ consumer: 'rounds' }, { consumer: 'rounds' }],
      relay: () => [{ shard: 2, published: 5, head: 9 }],
      queues: () => ({ pending: 7, lanes: [0, 2], mailboxes: 3, longestMailbox: 4 }),
      refusals: () => new Map([['RE-CloseRound', 6]]),
      pool: { totalCount: 8, idleCount: 5, waitingCount: 0 },
    });
    await metrics.text();
    events = 1;
    const text = await metrics.text();
    for (const line of [
      'baogong_consumer_lag_events{service="orders",consumer="rounds",source="orders",shard="2"} 1',
      'baogong_consumer_lag_seconds{service="orders",consumer="rounds",source="orders",shard="2"} 1',
      'baogong_parked_events{service="orders",consumer="rounds"} 2',
      'baogong_relay_lag_events{service="orders",shard="2"} 4',
      'baogong_commands_pending{service="orders"} 7',
      'baogong_lane_waiting_appends{service="orders",lane="1"} 2',
      'baogong_mailbox_longest_commands{service="orders"} 4',
      'baogong_duty_refusals_total{service="orders",rule="RE-CloseRound"} 6',
      'baogong_database_connections{service="orders",state="idle"} 5',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('goes on telling the rest while the database does not answer', async () => {
    const metrics = createMetrics();
    const idle = { pending: 0, lanes: [0], mailboxes: 0, longestMailbox: 0 };
    metrics.watch({
      service: 'orders',
      consumers: () => [],
      parked: () => Promise.reject(new Error('no database')),
      relay: () => [],
      queues: () => idle,
      refusals: () => new Map(),
      pool: { totalCount: 8, idleCount: 0, waitingCount: 31 },
    });
    expect(await metrics.text()).toContain('baogong_database_connections{service="orders",state="waiting"} 31');
  });

  it('counts and times requests by route', async () => {
    const metrics = createMetrics();
    metrics.observe({ method: 'POST', route: '/api/v1/orders', status: 429, seconds: 0.02 });
    metrics.turnedAway('behind');
    const text = await metrics.text();
    expect(text).toContain('baogong_http_turned_away_total{cause="behind"} 1');
    expect(text).toContain('baogong_http_requests_total{method="POST",route="/api/v1/orders",status="429"} 1');
    expect(text).toContain('duration_seconds_bucket{le="0.025",method="POST",route="/api/v1/orders"} 1');
  });

  it('has names as Prometheus wants them: prefix, base unit, counters that end in total, and no id as a label', () => {
    for (const [name, { kind, labels }] of Object.entries(METRICS)) {
      expect(name).toMatch(/^baogong_[a-z_]+$/);
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|mb)(_|$)/);
      expect(name.endsWith('_total')).toBe(kind === 'counter');
      expect(labels.filter((label) => /id$|actor|household|order|name/i.test(label))).toEqual([]);
    }
  });
});
