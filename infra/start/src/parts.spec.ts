import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, runningInstance } from './lock.js';
import { isLoopback } from './start-page.js';
import { Teardown } from './teardown.js';

describe('the lock of a data folder', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'baogong-lock-'));
  });
  afterEach(() => rm(data, { recursive: true }));

  it('is taken over from a process that is gone, whose id another may have by now', async () => {
    for (const holder of [
      { pid: 2 ** 22 + 7, began: '1' },
      { pid: process.ppid, began: 'another time' },
      'half writ',
    ]) {
      await writeFile(join(data, 'instance.lock'), JSON.stringify(holder).slice(0, 60));
      const lock = await lockFolder(data);
      lock.announce('http://127.0.0.1:1');
      expect(runningInstance(data)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:1' });
      lock.release();
      expect(runningInstance(data)).toBeUndefined();
    }
  });
});

describe('loopback', () => {
  const asked = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    isLoopback({ headers: { host: 'localhost:3000', ...headers }, socket: { remoteAddress } } as never);

  it.each([
    [{}, '127.0.0.1', true],
    [{ host: '[::1]:3000' }, '::1', true],
    [{}, '::ffff:127.0.0.1', true],
    [{}, '10.0.0.9', false],
    [{ host: 'evil.example' }, '127.0.0.1', false],
    [{ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1', false],
    [{ 'sec-fetch-site': 'cross-site' }, '127.0.0.1', false],
  ])('%j from %s is %s', (headers, address, expected) => {
    expect(asked(headers as Record<string, string>, address)).toBe(expected);
  });
});

describe('teardown', () => {
  it('stops in reverse, once, past parts that fail or hang', async () => {
    const order: string[] = [];
    const teardown = new Teardown();
    teardown.add('first', () => order.push('first'));
    teardown.add('hanging', () => new Promise(() => undefined), 20);
    teardown.add('failing', () => Promise.reject(new Error('no')));
    teardown.add('last', () => order.push('last'));
    const [failed, again] = await Promise.all([teardown.run(), teardown.run()]);
    expect(order).toEqual(['last', 'first']);
    expect(failed).toEqual(['failing', 'hanging']);
    expect(again).toBe(failed);
  });
});
