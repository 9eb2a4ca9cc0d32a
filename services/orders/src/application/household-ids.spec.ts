import { isUuid7 } from '@baogong/kernel';
import { householdIdAt } from './household-ids.js';

const master = new Uint8Array(32).fill(1);
const at = (room: string, place = 'd-pudong/s-weifang/c-y/b-07/u-2') => householdIdAt(master, { place, room });

describe('the id of a household at an address', () => {
  it('is the same for everybody who names the address', () => {
    expect(isUuid7(at('302'))).toBe(true);
    expect(at('302')).toBe(at('302'));
  });

  it('is another for another room, place or master key', () => {
    const others = [
      at('303'),
      at('302', 'd-pudong/s-weifang/c-y/b-07/u-3'),
      householdIdAt(new Uint8Array(32), { place: 'd-pudong/s-weifang/c-y/b-07/u-2', room: '302' }),
    ];
    expect(new Set([at('302'), ...others]).size).toBe(4);
  });
});
