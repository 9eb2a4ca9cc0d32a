import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';

export type ServerKind = 'postgres' | 'kafka';

/** As in docker-compose.yml. */
const IMAGES: Record<ServerKind, { variable: string; official: string }> = {
  postgres: { variable: 'POSTGRES_IMAGE', official: 'postgres:18.4-bookworm' },
  kafka: { variable: 'KAFKA_IMAGE', official: 'apache/kafka:4.3.0' },
};
const SOCKET = '/var/run/docker.sock';
const PATIENCE_MS = 2000;

/**
 * The one place that decides how the tests get a server of their own: in a container, where a Docker engine answers
 * that has the image, and as a local program where none does. Nothing is ever pulled for a test.
 * @returns the image, or undefined for a local program
 */
export async function imageFor(kind: ServerKind, environment = process.env): Promise<string | undefined> {
  if (environment['BAOGONG_TEST_CONTAINERS'] === 'no') return undefined;
  const engine = engineIn(environment['DOCKER_HOST']);
  if (!engine) return undefined;
  const { variable, official } = IMAGES[kind];
  const image = environment[variable] || official;
  return (await statusOf(engine, `/images/${encodeURIComponent(image)}/json`)) === 200 ? image : undefined;
}

/** Its helper removes what a killed test has left; where that image is not there, tests remove their own only. */
export async function withoutAbsentReaper(environment = process.env): Promise<void> {
  const engine = engineIn(environment['DOCKER_HOST']);
  const image = environment['RYUK_CONTAINER_IMAGE'] ?? 'testcontainers/ryuk:0.14.0';
  const here = engine && (await statusOf(engine, `/images/${encodeURIComponent(image)}/json`)) === 200;
  if (!here) environment['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
}

function engineIn(host: string | undefined): RequestOptions | undefined {
  if (!host) return existsSync(SOCKET) ? { socketPath: SOCKET } : undefined;
  const url = new URL(host);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  return url.protocol === 'tcp:' ? { host: url.hostname, port: url.port || 2375 } : undefined;
}

function statusOf(engine: RequestOptions, path: string): Promise<number | undefined> {
  return new Promise((settle) => {
    const asked = request({ ...engine, path, timeout: PATIENCE_MS }, (answer) => {
      answer.resume();
      settle(answer.statusCode);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => settle(undefined));
    asked.end();
  });
}
