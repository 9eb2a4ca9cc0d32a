import { Seeded } from './seeded.js';

describe('chances from a seed', () => {
  const drawn = (text: string) => {
    const chance = new Seeded(text);
    return Array.from({ length: 200 }, () => chance.whole(1, 6));
  };

  it('are the same again, and others for another seed', () => {
    expect(drawn('F1/7')).toEqual(drawn('F1/7'));
    expect(drawn('F1/7')).not.toEqual(drawn('F1/8'));
  });
  it('reach both ends and nothing beyond', () =>
    expect([...new Set(drawn('F1/7'))].sort()).toEqual([1, 2, 3, 4, 5, 6]));
});
