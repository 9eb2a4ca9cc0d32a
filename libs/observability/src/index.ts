export { createLogger } from './logger.js';
export type { Log, LoggerOptions } from './logger.js';
export { probeAll } from './health.js';
export type { HealthProbe, HealthReport } from './health.js';
export { createMetrics } from './metrics.js';
export type { Metrics, ObservedRequest, Readings } from './metrics.js';
export { METRICS, metricsDocument } from './metric-names.js';
export type { MetricName } from './metric-names.js';
