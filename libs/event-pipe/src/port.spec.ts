import { jest } from '@jest/globals';
import { startKafka, type LocalKafka } from '../../testing/src/kafka-broker.js';
import { createDirectPipe } from '../src/direct-pipe.js';
import { createKafkaPipe } from '../src/kafka/kafka-pipe.js';
import { logReader } from '../src/records.js';
import { published } from './fixture.js';
import { portSuite } from './port.suite.js';
import { withoutTopics } from './topics.js';

jest.setTimeout(60_000);

let kafka: LocalKafka;
beforeAll(async () => {
  kafka = await startKafka();
}, 120_000);
afterAll(() => kafka.stop());

portSuite('direct', () => createDirectPipe());

describe('with a broker', () => {
  beforeEach(() => withoutTopics(kafka.brokers));
  portSuite('kafka', ({ store }) => {
    const read = logReader(store, { source: 'orders', published });
    const fetchLog = (_source: unknown, shard: number, from: number) => read(shard, from);
    return createKafkaPipe({ brokers: kafka.brokers, clientId: 'spec', fetchLog });
  });
});
