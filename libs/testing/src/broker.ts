import { imageFor } from './engine.js';
import { startKafka } from './kafka-broker.js';
import { startKafkaContainer } from './kafka-container.js';
import type { TestBroker } from './test-broker.js';

export type { TestBroker } from './test-broker.js';

/** In a container or as a local program: `imageFor` decides. */
export async function startBroker(): Promise<TestBroker> {
  const image = await imageFor('kafka');
  return image ? startKafkaContainer(image) : startKafka();
}
