import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { matrixKeyOf } from '@baogong/commanding';
import { freshDatabase, type FreshDatabase } from '@baogong/testing';
import { makeTopic, startKafka, type LocalKafka } from '@baogong/testing/kafka';

const MINUTE = 60_000;
const SEED = new Uint8Array(32).fill(7);
const PROGRAM = resolve(import.meta.dirname, '../../../services/inventory/dist/main.js');

describe('the process of a service that something is in the way of', () => {
  let folder: string;
  let database: FreshDatabase;
  let kafka: LocalKafka;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baogong-service-'));
    writeFileSync(join(folder, 'secret'), 'a'.repeat(64));
    [database, kafka] = await Promise.all([freshDatabase('service_faults'), startKafka()]);
  }, 2 * MINUTE);
  afterAll(async () => {
    await Promise.all([kafka.stop(), database.drop()]);
    rmSync(folder, { recursive: true });
  }, MINUTE);

  const refused = (changes: Record<string, string>) =>
    new Promise<{ code: number | null; told: string }>((settle) => {
      const environment = {
        PATH: process.env['PATH'],
        BAOGONG_OWNER_URL: database.ownerUrl,
        BAOGONG_DATABASE_URL: database.appUrl,
        BAOGONG_KAFKA: kafka.brokers.join(','),
        BAOGONG_LOCAL_KEY_FILE: join(folder, 'issuer.json'),
        BAOGONG_INTERNAL_SECRET_FILE: join(folder, 'secret'),
        BAOGONG_MATRIX_KEYS: matrixKeyOf(SEED),
        BAOGONG_PORT: '0',
        BAOGONG_START_PATIENCE_SECONDS: '1',
        ...changes,
      };
      const child = spawn(process.execPath, [PROGRAM], { env: environment, timeout: MINUTE });
      let told = '';
      child.stderr.on('data', (words: Buffer) => (told += words.toString()));
      child.once('close', (code) => settle({ code, told }));
    });
  const closedPort = () => listening().then(([server, port]) => (server.close(), port));

  it(
    'waits for its database, then says which one does not answer, without the password',
    async () => {
      const url = `postgres://owner:hidden-word@127.0.0.1:${await closedPort()}/baogong_inventory`;
      const { code, told } = await refused({ BAOGONG_OWNER_URL: url });
      expect(code).toBe(69);
      expect(told).toMatch(/database 127\.0\.0\.1:\d+\/baogong_inventory does not answer \(ECONNREFUSED\)/);
      expect(told).not.toContain('hidden-word');
    },
    MINUTE,
  );

  it(
    'says that the database refuses its password, and that a restart does not help',
    async () => {
      const url = new URL(database.appUrl);
      url.password = 'wrong';
      const { code, told } = await refused({ BAOGONG_DATABASE_URL: url.href });
      expect({ code, told }).toMatchObject({ code: 78, told: expect.stringContaining('refuses us: password') });
    },
    MINUTE,
  );

  it(
    'waits for a broker, then says which one does not answer',
    async () => {
      const broker = `127.0.0.1:${await closedPort()}`;
      const { code, told } = await refused({ BAOGONG_KAFKA: broker });
      expect({ code, told }).toMatchObject({
        code: 69,
        told: expect.stringContaining(`No broker answers at ${broker}`),
      });
    },
    MINUTE,
  );

  it(
    'says that its port is taken',
    async () => {
      const [server, port] = await listening();
      const { code, told } = await refused({ BAOGONG_PORT: String(port) });
      server.close();
      expect({ code, told }).toMatchObject({ code: 1, told: expect.stringContaining(`Port ${port} is taken`) });
    },
    MINUTE,
  );

  it(
    'refuses a topic with another number of partitions',
    async () => {
      await makeTopic(kafka.brokers, 'delivery.events.v1', 3);
      const { code, told } = await refused({});
      expect({ code, told }).toMatchObject({ code: 78, told: expect.stringContaining('has 3 partitions, not 16') });
    },
    MINUTE,
  );

  it(
    'says how much memory is needed',
    async () => {
      const { code, told } = await refused({ NODE_OPTIONS: '--max-old-space-size=72' });
      expect({ code, told }).toMatchObject({ code: 78, told: expect.stringContaining('128 MB are needed') });
    },
    MINUTE,
  );
});

function listening(): Promise<[Server, number]> {
  const server = createServer().listen(0, '127.0.0.1');
  return new Promise((settle) =>
    server.once('listening', () => settle([server, (server.address() as AddressInfo).port])),
  );
}
