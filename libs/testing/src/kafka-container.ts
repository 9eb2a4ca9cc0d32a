import { setTimeout as sleep } from 'node:timers/promises';
import { withoutAbsentReaper } from './engine.js';
import { answers, freePort } from './ports.js';
import { brokerSettings } from './kafka-settings.js';
import type { TestBroker } from './test-broker.js';

const START_MS = 60_000;
const LISTENER_PORT = 9092;

export async function startKafkaContainer(image: string): Promise<TestBroker> {
  await withoutAbsentReaper();
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers');
  // Clients are told the port of this machine, so it is chosen before the broker starts, and stays after a kill.
  const port = await freePort();
  const started = await new GenericContainer(image)
    .withExposedPorts({ container: LISTENER_PORT, host: port })
    .withEnvironment(environmentFor(port))
    .start();
  const container = (await getContainerRuntimeClient()).container.getById(started.getId());
  await untilItAnswers(port);
  return {
    brokers: [`127.0.0.1:${port}`],
    kill: async () => void (await container.kill({ signal: 'SIGKILL' })),
    restart: async () => {
      await container.start();
      await untilItAnswers(port);
    },
    stop: async () => void (await started.stop({ remove: true, removeVolumes: true })),
  };
}

function environmentFor(port: number): Record<string, string> {
  const settings = {
    ...brokerSettings,
    'node.id': 1,
    'process.roles': 'broker,controller',
    'controller.quorum.voters': '1@localhost:9094',
    listeners: `PLAINTEXT://:${LISTENER_PORT},CONTROLLER://localhost:9094`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': '/var/lib/kafka/data',
  };
  const named = Object.entries(settings).map(([name, value]) => [
    `KAFKA_${name.toUpperCase().replaceAll('.', '_')}`,
    String(value),
  ]);
  return { ...(Object.fromEntries(named) as Record<string, string>), KAFKA_HEAP_OPTS: '-Xms128m -Xmx512m' };
}

async function untilItAnswers(port: number): Promise<void> {
  for (const end = Date.now() + START_MS; !(await answers(port)); await sleep(100)) {
    if (Date.now() > end) throw new Error(`Kafka in a container did not answer within ${START_MS / 1000} s`);
  }
}
