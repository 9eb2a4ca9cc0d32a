import { hashText } from '@baogong/kernel';
import { withDigits } from './numbers.js';
import { plain } from './plain.js';
import { read, unread, type Reading } from './reading.js';

/** Where a home is within its community: segments of a territory (`b-07/u-1`, `l-3`), and the room, which stays private. */
export interface Address {
  segments: string;
  room: string;
}

/** The cells an address may stand in; any of them may be empty. */
export interface AddressCells {
  building: string;
  unit: string;
  lane: string;
  room: string;
  address: string;
}

const WRITE_IT = 'write building, unit and room, such as 7号楼2单元302室, or a bungalow as 3弄12号';

/** Roster addresses of a community, in one cell or in several. A bungalow has neither building nor unit. */
export function readAddress(cells: AddressCells): Reading<Address> {
  const { building, unit, lane, room, address } = map(cells, (cell) => withDigits(plain(cell)));
  const whole = room === '' ? fromWhole(address) : building === '' && WORDS.test(room) ? fromWhole(room) : undefined;
  if (!whole && room === '') return unread(address === '' ? 'is missing' : 'is not an address', WRITE_IT);
  const parts = whole ?? { building, unit, lane, room };
  if (parts.building !== '' && !/平房|bungalow/i.test(parts.building)) return inBuilding(parts);
  return bungalow(parts);
}

type Parts = Omit<AddressCells, 'address'>;

// In Shanghai 100弄7号302室 is room 302 of house 7: 号 names a building where a room follows.
const IN_BUILDING =
  /(?:^|\W)(\w{1,6})\s*(?:号楼|栋|幢|座|楼|#|building|号(?=\s*(?:\w{1,4}\s*单元\s*)?\w{1,8}\s*[室房]))\s*(?:(\w{1,4})\s*(?:单元|门|unit)\s*)?(\w{1,8}?)\s*(?:室|房|号|户)?$/i;
const BY_DASHES = /^(\w{1,6})[-－—](?:(\w{1,4})[-－—])?(\w{1,8})$/;
const IN_LANE = /(?:^|[区镇村街道路])([^\d\s区镇村街道路]*\d*)\s*(弄|里弄|巷|胡同|里|lane)\s*(\w{1,8})\s*(?:号|室)?$/i;
const WORDS = /号楼|栋|幢|座|单元|平房|弄|胡同/;
const BUNGALOW = /平房\s*(\w{1,8})\s*(?:号|室)?$/;

function fromWhole(address: string): Parts | undefined {
  const bungalows = BUNGALOW.exec(address);
  if (bungalows) return { building: '', unit: '', lane: '', room: bungalows[1]! };
  const inLane = IN_LANE.exec(address);
  if (inLane && !/号楼|栋|幢/.test(address))
    return { building: '', unit: '', lane: inLane[1]! + inLane[2]!, room: inLane[3]! };
  const found = IN_BUILDING.exec(address) ?? BY_DASHES.exec(address);
  return found ? { building: found[1]!, unit: found[2] ?? '', lane: '', room: found[3]! } : undefined;
}

function inBuilding({ building, unit, room }: Parts): Reading<Address> {
  const code = codeOf(building.replace(/(号楼|栋|幢|座|楼|#|号|building|no\.?)/gi, ''));
  if (code === undefined) return unread('names no building', 'give its number or letter, such as 7 or 7号楼');
  const entrance = /^(无|-|\/)?$/.test(unit) ? '' : codeOf(unit.replace(/(单元|门|unit)/gi, ''));
  if (entrance === undefined) return unread('names no unit', 'give its number, such as 2 or 2单元, or leave it empty');
  const segments = [`b-${padded(code)}`, ...(entrance === '' ? [] : [`u-${bare(entrance)}`])].join('/');
  return withRoom(segments, room);
}

const FLOOR_AND_ROOM = /^\d{3,4}\s*室?$/;

/** A room like 302 without a building is what merged cells leave of a building's other rows. */
function bungalow({ lane, building, room }: Parts): Reading<Address> {
  const named = lane.replace(/(弄|里弄|巷|胡同|lane)$/i, '').trim();
  if (named === '' && building === '' && FLOOR_AND_ROOM.test(room)) {
    return unread(
      'has a room but no building',
      'write the building in every row (merged cells lose it), or 平房 for a bungalow',
    );
  }
  if (named === '') return withRoom('l-1', room);
  const code = codeOf(named);
  if (code !== undefined) return withRoom(`l-${bare(code)}`, room);
  // A lane with a name of its own: codes are plain, so the name itself stands before the house number only.
  return withRoom(`l-n${hashText('lane', named).slice(0, 8)}`, `${named}${roomOf(room)}`);
}

function withRoom(segments: string, room: string): Reading<Address> {
  const short = roomOf(room);
  return short === '' ? unread('names no room', WRITE_IT) : read({ segments, room: short });
}

/** The room as two people would write it alike: `302室`, `0302` and `No. 302` are one. */
export function roomOf(room: string): string {
  const bareRoom = withDigits(plain(room))
    .toUpperCase()
    .replace(/^(NO\.?|ROOM|RM\.?|平房|#)\s*/, '')
    .replace(/\s*(室|房间|房|号|户|#)$/, '')
    .replace(/\s+/g, '');
  return bare(bareRoom);
}

const codeOf = (text: string): string | undefined =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/.exec(text.trim())?.[0].toUpperCase();
const bare = (code: string): string => code.replace(/^0+(?=\w)/, '');
const padded = (code: string): string => (/^\d+$/.test(code) ? bare(code).padStart(2, '0') : code);

function map<K extends string>(cells: Record<K, string>, change: (cell: string) => string): Record<K, string> {
  return Object.fromEntries(Object.entries<string>(cells).map(([key, cell]) => [key, change(cell)])) as Record<
    K,
    string
  >;
}
