import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.js';
import type { Environment } from './settings.js';

let folder: string;
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const whole = (): Environment => ({
  BAOGONG_OWNER_URL_FILE: file('owner', 'postgres://owner:secret@db:5432/baogong_orders\n'),
  BAOGONG_DATABASE_URL: 'postgres://app:secret@db:5432/baogong_orders',
  BAOGONG_KAFKA: 'one:9092, two:9092',
  BAOGONG_LOCAL_KEY_FILE: '/keys/issuer.json',
  BAOGONG_INTERNAL_SECRET_FILE: file('internal', 'a'.repeat(64)),
  BAOGONG_MATRIX_KEYS: `${'ab'.repeat(32)}, ${'cd'.repeat(32)}`,
  BAOGONG_NEIGHBOURS: 'inventory=http://inventory:3000,delivery=http://delivery:3000/,delivery=http://other:3000',
});
const problemsOf = (environment: Environment, needs: Parameters<typeof readSettings>[1] = []): string[] => {
  const read = readSettings(environment, needs);
  return read.ok ? [] : read.problems;
};

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'baogong-settings-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the environment of a service', () => {
  it('is read whole, secrets from their files', () => {
    const read = readSettings({ ...whole(), BAOGONG_PASS_SIGNING_FILE: file('pass', 'ab'.repeat(32)) }, [
      'passSigning',
    ]);
    expect(read).toMatchObject({
      ok: true,
      settings: {
        ownerUrl: 'postgres://owner:secret@db:5432/baogong_orders',
        brokers: ['one:9092', 'two:9092'],
        host: '127.0.0.1',
        port: 3000,
        identity: { localKeyFile: '/keys/issuer.json' },
        passSigning: Buffer.alloc(32, 0xab),
        matrixKeys: ['ab'.repeat(32), 'cd'.repeat(32)],
      },
    });
    if (read.ok)
      expect(read.settings.neighbours.get('delivery')).toEqual(['http://delivery:3000', 'http://other:3000']);
  });

  it('tells every variable that is missing, at once', () => {
    expect(problemsOf({}, ['vaultMaster', 'vaultKeysUrl'])).toEqual([
      'BAOGONG_OWNER_URL_FILE (or BAOGONG_OWNER_URL) is not set',
      'BAOGONG_DATABASE_URL_FILE (or BAOGONG_DATABASE_URL) is not set',
      'BAOGONG_KAFKA is not set',
      'BAOGONG_LOCAL_KEY_FILE is not set',
      'BAOGONG_INTERNAL_SECRET_FILE is not set',
      'BAOGONG_MATRIX_KEYS_FILE (or BAOGONG_MATRIX_KEYS) is not set',
      'BAOGONG_VAULT_MASTER_FILE is not set',
      'BAOGONG_VAULT_KEYS_URL_FILE (or BAOGONG_VAULT_KEYS_URL) is not set',
    ]);
  });

  it.each([
    ['BAOGONG_PORT', '70000', 'BAOGONG_PORT is not a port'],
    ['BAOGONG_KAFKA', 'one', 'BAOGONG_KAFKA is not a list like host:9092,host:9092'],
    ['BAOGONG_NEIGHBOURS', 'kitchen=http://k:1', 'BAOGONG_NEIGHBOURS is not a list like orders=http://orders:3000'],
    ['BAOGONG_DATABASE_URL', 'mysql://app:secret@db/x', 'BAOGONG_DATABASE_URL is not a postgres:// address'],
    ['BAOGONG_OWNER_URL', 'postgres://a:b@c/d', 'BAOGONG_OWNER_URL and BAOGONG_OWNER_URL_FILE are both set'],
    [
      'BAOGONG_INTERNAL_SECRET_FILE',
      '/nowhere',
      'BAOGONG_INTERNAL_SECRET_FILE names a file that cannot be read (ENOENT)',
    ],
    ['BAOGONG_ISSUER', 'https://id.example', 'BAOGONG_LOCAL_KEY_FILE is refused beside BAOGONG_ISSUER'],
    ['BAOGONG_LOG_LEVEL', 'loud', 'BAOGONG_LOG_LEVEL '],
  ])('refuses %s=%s', (name, value, told) => {
    expect(problemsOf({ ...whole(), [name]: value })[0]).toContain(told);
  });

  it('never repeats a value that may be secret', () => {
    const told = problemsOf({ ...whole(), BAOGONG_DATABASE_URL: 'app:hidden-word' }).join();
    expect(told).toContain('BAOGONG_DATABASE_URL');
    expect(told).not.toContain('hidden-word');
  });
});
