export {};
export { startKafka, type KafkaOptions, type LocalKafka } from './kafka-broker.js';
export * from './postgres.js';
