import { imageFor } from './engine.js';
import { startKafka } from './kafka-broker.js';
import { startKafkaContainer } from './kafka-container.js';

/** A broker of a test's own, which can be killed and rises again on the same port with what it had. */
export interface TestBroker {
  brokers: string[];
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** In a container or as a local program: `imageFor` decides. */
export async function startBroker(): Promise<TestBroker> {
  const image = await imageFor('kafka');
  return image ? startKafkaContainer(image) : startKafka();
}
