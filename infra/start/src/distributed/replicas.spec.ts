import { Replicas } from './replicas.js';

const one = 'http://10.0.0.1:3000';
const two = 'http://10.0.0.2:3000';

describe('the replicas of a service', () => {
  it('are asked by turns, each once for one request', () => {
    const replicas = new Replicas({ name: 'orders', urls: [one, two] });
    const asked = Array.from({ length: 4 }, () => replicas.next());
    expect(asked.slice(2)).toEqual(asked.slice(0, 2));
    expect(new Set(asked)).toEqual(new Set([one, two]));
    expect(replicas.next(new Set([one]))).toBe(two);
    expect(replicas.next(new Set([one, two]))).toBeUndefined();
  });

  it('are passed over while they do not say that they are ready', async () => {
    const replicas = new Replicas({ name: 'orders', urls: [one, two] });
    await replicas.probe((url) => Promise.resolve(url === two));
    expect([replicas.next(), replicas.next()]).toEqual([two, two]);
    await replicas.probe(() => Promise.resolve(true));
    expect(new Set([replicas.next(), replicas.next()])).toEqual(new Set([one, two]));
  });

  it('are passed over for a while when they were away, but not when no other is there', () => {
    let now = 0;
    const replicas = new Replicas({ name: 'orders', urls: [one, two] }, () => now);
    replicas.away(one);
    expect(Array.from({ length: 4 }, () => replicas.next())).toEqual([two, two, two, two]);
    replicas.away(two);
    expect([one, two]).toContain(replicas.next());
    now = 4000;
    expect(new Set([replicas.next(), replicas.next()])).toEqual(new Set([one, two]));
  });

  it('come and go with the addresses of a name, and stay while it cannot be looked up', async () => {
    const replicas = new Replicas({ name: 'orders', urls: ['http://orders:3000'] });
    await replicas.look(() => Promise.resolve(['10.0.0.2', '10.0.0.1', 'fd00::1']));
    expect(replicas.all()).toEqual([one, two, 'http://[fd00::1]:3000']);
    await replicas.look(() => Promise.reject(new Error('ENOTFOUND')));
    expect(replicas.all()).toHaveLength(3);
    await replicas.look(() => Promise.resolve(['10.0.0.2']));
    expect(replicas.all()).toEqual([two]);
  });
});
