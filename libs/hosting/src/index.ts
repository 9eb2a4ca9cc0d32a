export { anyBrokerAnswers } from './broker-probe.js';
export { hostService, type Hosted } from './host-service.js';
export { addMetrics } from './metrics-route.js';
export { addInternalLog, NeighbourAway, neighbourLogs, type InternalLog } from './internal-log.js';
export { readSettings, type Environment, type Need, type ReadSettings, type Settings } from './settings.js';
