import { randomBytes } from 'node:crypto';
import { openSealed, seal } from './seal.js';

const key = randomBytes(32);
const plain = Buffer.from('陈秀英 13800000000');

describe('sealing personal data', () => {
  it('S78: opens with the key and the label it was sealed with', () =>
    expect(openSealed(key, 'h1', seal(key, 'h1', plain))).toEqual(plain));
  it('S78: shows nothing of the text', () => expect(seal(key, 'h1', plain).sealed.includes(plain)).toBe(false));
  it('never seals twice alike', () => expect(seal(key, 'h1', plain).sealed).not.toEqual(seal(key, 'h1', plain).sealed));
  it('opens neither with another key, nor for another household, nor after a change', () => {
    const sealed = seal(key, 'h1', plain);
    const changed = { ...sealed, sealed: Buffer.from(sealed.sealed).fill(0, 0, 1) };
    changed.sealed[0] = sealed.sealed[0]! ^ 1;
    for (const attempt of [
      () => openSealed(randomBytes(32), 'h1', sealed),
      () => openSealed(key, 'h2', sealed),
      () => openSealed(key, 'h1', changed),
    ])
      expect(attempt).toThrow();
  });
});
