export { startBroker, type TestBroker } from './broker.js';
export { imageFor, type ServerKind } from './engine.js';
export {
  fingerprintOf,
  foldOf,
  foldOfDecisions,
  goldenContracts,
  goldenFaults,
  readGolden,
  type EventReading,
  type GoldenEvent,
  type GoldenState,
} from './golden-events.js';
export { freePort } from './ports.js';
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka-broker.js';
export * from './postgres.js';
export { readTopics, type TopicRecord } from './topic-records.js';
