import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, type MetricName } from './metric-names.js';

/** What a service can be asked about itself; read at each scrape, so that nothing is counted twice. */
export interface Readings {
  service: string;
  consumers(): {
    consumer: string;
    source: string;
    shard: number;
    events: number;
    seconds: number;
    quarantined: boolean;
  }[];
  parked(): Promise<{ consumer: string }[]>;
  relay(): { shard: number; published: number; head: number }[];
  queues(): { pending: number; lanes: number[]; mailboxes: number; longestMailbox: number };
  /** Since the start, by rule. */
  refusals(): ReadonlyMap<string, number>;
  pool: { totalCount: number; idleCount: number; waitingCount: number };
}

export interface ObservedRequest {
  method: string;
  /** As it is declared, like /api/v1/orders/:id, never as it was asked for. */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  observe(request: ObservedRequest): void;
  turnedAway(cause: 'under-way' | 'behind'): void;
  watch(readings: Readings): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  contentType: string;
}

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** One registry for a process, whichever services it holds. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter(configurationOf('baogong_http_requests_total', registry));
  const durations = new Histogram({
    ...configurationOf('baogong_http_request_duration_seconds', registry),
    buckets: BUCKETS_SECONDS,
  });
  const turnedAway = new Counter(configurationOf('baogong_http_turned_away_total', registry));
  const watched: Readings[] = [];
  const take = readingsInto(registry);
  return {
    observe({ method, route, status, seconds }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ method, route }, seconds);
    },
    turnedAway: (cause) => turnedAway.inc({ cause }),
    watch: (readings) => void watched.push(readings),
    async text() {
      await take(watched);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

const configurationOf = (name: MetricName, registry: Registry) => ({
  name,
  help: METRICS[name].help,
  labelNames: [...METRICS[name].labels] as string[],
  registers: [registry],
});

function readingsInto(registry: Registry): (watched: readonly Readings[]) => Promise<void> {
  const gauges = new Map<MetricName, Gauge | Counter>();
  for (const [name, { kind }] of Object.entries(METRICS) as [MetricName, { kind: string }][]) {
    if (name.startsWith('baogong_http_')) continue;
    const configuration = configurationOf(name, registry);
    gauges.set(name, kind === 'counter' ? new Counter(configuration) : new Gauge(configuration));
  }
  const put = (name: MetricName, labels: Record<string, string>, value: number) => gauges.get(name)!.inc(labels, value);
  return async (watched) => {
    const parked = await Promise.all(watched.map((readings) => readings.parked().catch(() => [])));
    for (const gauge of gauges.values()) gauge.reset();
    watched.forEach((readings, place) => {
      putConsumers(readings, put);
      putQueues(readings, put);
      for (const { consumer } of parked[place]!)
        put('baogong_parked_events', { service: readings.service, consumer }, 1);
    });
  };
}

type Put = (name: MetricName, labels: Record<string, string>, value: number) => void;

function putConsumers({ service, consumers, relay }: Readings, put: Put): void {
  for (const { consumer, source, shard, events, seconds, quarantined } of consumers()) {
    const labels = { service, consumer, source, shard: String(shard) };
    put('baogong_consumer_lag_events', labels, events);
    put('baogong_consumer_lag_seconds', labels, seconds);
    put('baogong_quarantined_shards', { service, consumer }, quarantined ? 1 : 0);
  }
  for (const { shard, published, head } of relay()) {
    put('baogong_relay_lag_events', { service, shard: String(shard) }, Math.max(0, head - published));
  }
}

function putQueues({ service, queues, refusals, pool }: Readings, put: Put): void {
  const { pending, lanes, mailboxes, longestMailbox } = queues();
  put('baogong_commands_pending', { service }, pending);
  lanes.forEach((waiting, lane) => put('baogong_lane_waiting_appends', { service, lane: String(lane) }, waiting));
  put('baogong_mailboxes_open', { service }, mailboxes);
  put('baogong_mailbox_longest_commands', { service }, longestMailbox);
  for (const [rule, count] of refusals()) put('baogong_duty_refusals_total', { service, rule }, count);
  const { totalCount, idleCount, waitingCount } = pool;
  for (const [state, count] of Object.entries({ open: totalCount, idle: idleCount, waiting: waitingCount })) {
    put('baogong_database_connections', { service, state }, count);
  }
}
