import { z } from 'zod';
import { port, text } from './forms.js';

type Told = { about: string; form: string };
type Own = <T extends z.ZodType>(form: T, told: Told) => T;

const memory = z.string().regex(/^\d+[bkmg]$/, 'is not an amount of memory like 512m');
const processors = z.string().regex(/^\d+(\.\d+)?$/, 'is not a number of processors');
const megabytes = z.string().regex(/^\d+$/, 'is not a whole number');

/** What `docker-compose.yml` reads: beside it in a file `.env`, or in the environment of who calls compose. */
export function composeForms(own: Own) {
  const limit = (whose: string, standing: string) =>
    own(memory.default(standing), { about: `Memory of ${whose} in a container, at most.`, form: '512m, 2g' });
  const share = (whose: string, standing: string) =>
    own(processors.default(standing), { about: `Processors of ${whose} in a container, at most.`, form: '0.5' });
  return {
    BAOGONG_IMAGE: own(text.default('baogong:latest'), { about: 'The image of the product.', form: 'name:tag' }),
    BAOGONG_ADDRESS: own(text.default('127.0.0.1'), {
      about: 'Where the gateway of the containers answers on this machine.',
      form: 'an address',
    }),
    BAOGONG_PUBLISHED_PORT: own(port.default(3000), {
      about: 'The port at which it answers there.',
      form: '0 to 65535',
    }),
    BAOGONG_TEST_POSTGRES_PORT: own(port.default(15_432), {
      about: 'Where the test of the containers reaches their database.',
      form: '0 to 65535',
    }),
    BAOGONG_SERVICE_MEMORY: limit('a service', '512m'),
    BAOGONG_SERVICE_CPUS: share('a service', '1.0'),
    BAOGONG_SERVICE_HEAP: own(megabytes.default('320'), { about: 'Heap of a service in a container.', form: 'MB' }),
    BAOGONG_POSTGRES_MEMORY: limit('PostgreSQL', '1g'),
    BAOGONG_POSTGRES_CPUS: share('PostgreSQL', '2.0'),
    BAOGONG_KAFKA_MEMORY: limit('Apache Kafka', '1g'),
    BAOGONG_KAFKA_CPUS: share('Apache Kafka', '2.0'),
  };
}
