export { startBroker, type TestBroker } from './broker.js';
export { imageFor, type ServerKind } from './engine.js';
export { freePort } from './ports.js';
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka-broker.js';
export * from './postgres.js';
export { readTopics, type TopicRecord } from './topic-records.js';
