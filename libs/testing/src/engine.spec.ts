import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { imageFor, withoutAbsentReaper } from './engine.js';

/** Answers as an engine does that has two images. */
let engine: Server;
let host: string;
const HERE = ['/images/my%2Fpostgres%3A1/json', '/images/apache%2Fkafka%3A4.3.0/json'];

beforeAll(async () => {
  engine = createServer((asked, answer) => answer.writeHead(HERE.includes(asked.url ?? '') ? 200 : 404).end('{}'));
  await new Promise<void>((settle) => engine.listen(0, '127.0.0.1', settle));
  host = `tcp://127.0.0.1:${(engine.address() as AddressInfo).port}`;
});
afterAll(() => void engine.close());

describe('where a server of the tests comes from', () => {
  it('is a container of the image that was named, or of the official one, where the engine has it', async () => {
    expect(await imageFor('postgres', { DOCKER_HOST: host, POSTGRES_IMAGE: 'my/postgres:1' })).toBe('my/postgres:1');
    expect(await imageFor('kafka', { DOCKER_HOST: host })).toBe('apache/kafka:4.3.0');
  });

  it.each([
    ['the engine lacks the image', () => ({ DOCKER_HOST: host })],
    ['no engine answers', () => ({ DOCKER_HOST: 'tcp://127.0.0.1:1', POSTGRES_IMAGE: 'my/postgres:1' })],
    ['there is no socket', () => ({ DOCKER_HOST: 'unix:///nowhere/docker.sock', POSTGRES_IMAGE: 'my/postgres:1' })],
    ['it was asked for', () => ({ DOCKER_HOST: host, POSTGRES_IMAGE: 'my/postgres:1', BAOGONG_TEST_CONTAINERS: 'no' })],
  ])('is a local program where %s', async (_, environment) =>
    expect(await imageFor('postgres', environment())).toBeUndefined(),
  );

  it('has its reaper only where that image is', async () => {
    const environment: NodeJS.ProcessEnv = { DOCKER_HOST: host };
    await withoutAbsentReaper(environment);
    expect(environment['TESTCONTAINERS_RYUK_DISABLED']).toBe('true');
    const own: NodeJS.ProcessEnv = { DOCKER_HOST: host, RYUK_CONTAINER_IMAGE: 'my/postgres:1' };
    await withoutAbsentReaper(own);
    expect(own['TESTCONTAINERS_RYUK_DISABLED']).toBeUndefined();
  });
});
