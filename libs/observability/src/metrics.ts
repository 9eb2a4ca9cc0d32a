import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  commands: Counter<'service' | 'action' | 'outcome'>;
  commandSeconds: Histogram<'service' | 'action'>;
  consumerLag: Gauge<'service' | 'consumer'>;
  text(): Promise<string>;
  contentType: string;
};

const COMMAND_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    commands: new Counter({
      name: 'baogong_commands_total',
      help: 'Commands answered, by outcome',
      labelNames: ['service', 'action', 'outcome'],
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'baogong_command_seconds',
      help: 'Time from request to answer of a command',
      labelNames: ['service', 'action'],
      buckets: COMMAND_BUCKETS_SECONDS,
      registers,
    }),
    consumerLag: new Gauge({
      name: 'baogong_consumer_lag_events',
      help: 'Events a consumer has still to read',
      labelNames: ['service', 'consumer'],
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
