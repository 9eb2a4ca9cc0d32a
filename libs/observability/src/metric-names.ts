export type MetricKind = 'counter' | 'gauge' | 'histogram';

export interface MetricDescription {
  kind: MetricKind;
  help: string;
  labels: readonly string[];
}

/** Every metric of our own. Labels hold names out of the code only: no id, no person, no text that came from outside. */
export const METRICS = {
  baogong_http_requests_total: {
    kind: 'counter',
    help: 'Requests answered. Those refused for load have the status 429.',
    labels: ['method', 'route', 'status'],
  },
  baogong_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Time from request to the end of its answer; live streams are left out.',
    labels: ['method', 'route'],
  },
  baogong_http_turned_away_total: {
    kind: 'counter',
    help: 'Requests answered 429 before any work: too many under way, or the service is behind.',
    labels: ['cause'],
  },
  baogong_consumer_lag_events: {
    kind: 'gauge',
    help: 'Events that a consumer has still to apply.',
    labels: ['service', 'consumer', 'source', 'shard'],
  },
  baogong_consumer_lag_seconds: {
    kind: 'gauge',
    help: 'For how long a consumer has been behind the head of a shard.',
    labels: ['service', 'consumer', 'source', 'shard'],
  },
  baogong_quarantined_shards: {
    kind: 'gauge',
    help: 'Shards that a consumer no longer reads, because the log is not the one it has seen.',
    labels: ['service', 'consumer'],
  },
  baogong_parked_events: {
    kind: 'gauge',
    help: 'Events put aside because a consumer could not apply them; people must decide.',
    labels: ['service', 'consumer'],
  },
  baogong_relay_lag_events: {
    kind: 'gauge',
    help: 'Events of a shard that are not published yet. None where neighbours read the log itself.',
    labels: ['service', 'shard'],
  },
  baogong_commands_pending: { kind: 'gauge', help: 'Commands waiting or being decided.', labels: ['service'] },
  baogong_lane_waiting_appends: {
    kind: 'gauge',
    help: 'Groups of appends that wait for the statement before them.',
    labels: ['service', 'lane'],
  },
  baogong_mailboxes_open: { kind: 'gauge', help: 'Streams on which commands wait.', labels: ['service'] },
  baogong_mailbox_longest_commands: {
    kind: 'gauge',
    help: 'Commands that wait on the stream with the most of them.',
    labels: ['service'],
  },
  baogong_duty_refusals_total: {
    kind: 'counter',
    help: 'Requests refused by a rule of the duty matrix.',
    labels: ['service', 'rule'],
  },
  baogong_database_connections: {
    kind: 'gauge',
    help: 'Connections of the pool: open, idle among them, and requests that wait for one.',
    labels: ['service', 'state'],
  },
} as const satisfies Record<string, MetricDescription>;

export type MetricName = keyof typeof METRICS;

/** The page of all metrics. */
export function metricsDocument(): string {
  const rows = Object.entries(METRICS).map(
    ([name, { kind, help, labels }]) =>
      `| \`${name}\` | ${kind} | ${labels.map((l) => `\`${l}\``).join(', ')} | ${help} |`,
  );
  return [
    '# Metrics',
    '',
    'Written from `libs/observability` by `npm run docs`; a test compares. How to read them stands in [running.md](running.md).',
    'Beside these there are the metrics of the process, `process_*` and `nodejs_*`, as prom-client takes them.',
    '',
    '| metric | kind | labels | what it tells |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
