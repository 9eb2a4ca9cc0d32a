import { freePort as freePortForTests } from '@baogong/testing';
import { freePort } from './ports.js';

describe.each([
  ['an instance', freePort],
  ['a test', freePortForTests],
])('the free ports of %s', (_, draw) => {
  it('are never the same twice', async () => {
    const ports = new Set<number>();
    for (let drawn = 0; drawn < 2000; drawn += 1) ports.add(await draw());
    expect(ports.size).toBe(2000);
  });
});
