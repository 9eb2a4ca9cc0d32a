import { readAddress, roomOf, type AddressCells } from './address.js';

const NONE: AddressCells = { building: '', unit: '', lane: '', room: '', address: '' };
const placeOf = (cells: Partial<AddressCells>) => {
  const found = readAddress({ ...NONE, ...cells });
  return found.ok ? `${found.value.segments} ${found.value.room}` : found.wrong;
};

describe('an address of a roster', () => {
  it.each([
    [{ building: '7', unit: '2', room: '302' }, 'b-07/u-2 302'],
    [{ building: '７号楼', unit: '２单元', room: '０３０２室' }, 'b-07/u-2 302'],
    [{ building: '十二栋', unit: '', room: '1501' }, 'b-12 1501'],
    [{ building: 'A座', unit: '无', room: '8B' }, 'b-A 8B'],
    [{ address: '7号楼2单元302室' }, 'b-07/u-2 302'],
    [{ address: '幸福小区7栋302' }, 'b-07 302'],
    [{ address: '上海市浦东新区潍坊路100弄7号302室' }, 'b-07 302'],
    [{ address: '7-2-302' }, 'b-07/u-2 302'],
    [{ address: '7－302' }, 'b-07 302'],
    [{ room: '7号楼302室' }, 'b-07 302'],
  ])('of a building: %j', (cells, told) => expect(placeOf(cells)).toBe(told));

  it.each([
    [{ address: '平房12号' }, 'l-1 12'],
    [{ building: '平房', room: '12号' }, 'l-1 12'],
    [{ room: 'No. 12' }, 'l-1 12'],
    [{ lane: '3弄', room: '12号' }, 'l-3 12'],
    [{ address: '潍坊街道3弄12号' }, 'l-3 12'],
  ])('S12: of a bungalow, which has neither building nor unit: %j', (cells, told) => expect(placeOf(cells)).toBe(told));

  it('gives a lane with a name a code of its own, the same each time, and keeps the name with the room', () => {
    const told = placeOf({ address: '幸福里12号' });
    expect(told).toMatch(/^l-n[0-9a-f]{8} 幸福里12$/);
    expect(placeOf({ lane: '幸福里', room: '12' })).toBe(told);
    expect(placeOf({ lane: '光明里', room: '12' })).not.toBe(told);
  });

  it.each([
    [{ room: '302' }, 'has a room but no building'],
    [{ building: '7' }, 'is missing'],
    [{}, 'is missing'],
    [{ address: '东边' }, 'is not an address'],
    [{ building: '甲', room: '1' }, 'names no building'],
  ])('that tells too little is not guessed: %j', (cells, told) => expect(placeOf(cells)).toBe(told));

  it('is the same room however it is written', () =>
    expect(new Set(['302', '0302', '302室', '３０２', ' 302 号', 'Room 302', 'No. 302'].map(roomOf)).size).toBe(1));
});
