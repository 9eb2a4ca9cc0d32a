import { hashText, uuid7 } from '@baogong/kernel';

export const COMMUNITY = 'd-pudong/s-weifang/c-y';
const HOUSEHOLDS = 1350;
const RESIDENTS = 3000;
const SERVED_AT_DESK = 270;
const BUILDINGS = 22;
const LANE_HOUSEHOLDS = 52;
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = '安宁和平春秋梅兰竹菊松柏云霞明亮文武德仁义礼智信福寿康乐山川河海';

export interface Row {
  [column: string]: string | number;
}

/** 1,350 households in 22 buildings and one lane of bungalows, with 3,000 residents; the same rows every time. */
export function households(): Row[] {
  return Array.from({ length: HOUSEHOLDS }, (_, index) => ({
    household_id: madeId('household', index),
    territory: `${COMMUNITY}/${dwellingOf(index)}`,
    room: roomOf(index),
    people: peopleIn(index),
    need: chance('need', index) < 0.02 ? 'infant formula' : '',
  }));
}

export function residents(): Row[] {
  const rows: Row[] = [];
  const served = servedAtDesk();
  for (let home = 0; home < HOUSEHOLDS; home += 1) {
    for (let person = 0; person < peopleIn(home); person += 1) {
      const index = rows.length;
      rows.push({
        actor_id: `re-${String(index + 1).padStart(4, '0')}`,
        household_id: madeId('household', home),
        name: nameOf('resident', index),
        telephone: `1390${String(1_000_000 + index).slice(-7)}`,
        age: person === 0 ? 60 + whole('age', index, 35) : 5 + whole('age', index, 80),
        orders_by: person === 0 && served.has(home) ? 'desk' : 'api',
      });
    }
  }
  return rows;
}

export function stations(): Row[] {
  return ['East gate', 'Activity centre', 'Parcel shop'].map((name, index) => ({
    station_id: madeId('station', index),
    territory: COMMUNITY,
    name,
    organisation: `ps-${index + 1}`,
    opens_at: '08:00',
    closes_at: '20:00',
  }));
}

/** 500 volunteers, 260 of them public employees who may be called back to their offices. */
export function volunteers(): Row[] {
  return Array.from({ length: 500 }, (_, index) => ({
    actor_id: `vo-${String(index + 1).padStart(3, '0')}`,
    territory: COMMUNITY,
    employer: index < 260 ? 'public' : 'other',
    trained: chance('trained', index) < 0.3 ? 'yes' : 'no',
  }));
}

export function organisations(): Row[] {
  return [
    { actor_id: 'rc-y', role: 'residents-committee', territory: COMMUNITY, name: 'Y community residents committee' },
    { actor_id: 'pf-y', role: 'property-firm', territory: COMMUNITY, name: 'Y estate property services' },
    { actor_id: 'gp-1', role: 'platform', territory: COMMUNITY, name: 'Green basket group buying' },
    { actor_id: 'tr-1', role: 'transporter', territory: COMMUNITY, name: 'Weifang van service' },
    ...[1, 2, 3].map((n) => ({
      actor_id: `ps-${n}`,
      role: 'pickup-station',
      territory: COMMUNITY,
      name: `Y community station ${n}`,
    })),
  ];
}

function dwellingOf(home: number): string {
  if (home < LANE_HOUSEHOLDS) return `l-1/h-${madeId('household', home)}`;
  const building = String(((home - LANE_HOUSEHOLDS) % BUILDINGS) + 1).padStart(2, '0');
  return `b-${building}/h-${madeId('household', home)}`;
}

function roomOf(home: number): string {
  if (home < LANE_HOUSEHOLDS) return `No. ${home + 1}`;
  const above = Math.floor((home - LANE_HOUSEHOLDS) / BUILDINGS);
  return `${Math.floor(above / 10) + 1}${String((above % 10) + 1).padStart(2, '0')}`;
}

/** Two people live in 1,050 of the homes and three in 300: 3,000 residents in all. */
function peopleIn(home: number): number {
  return home % 9 < 2 && Math.floor(home / 9) * 2 + (home % 9) < RESIDENTS - 2 * HOUSEHOLDS ? 3 : 2;
}

/** 270 of the homes have nobody who orders by telephone or page. */
function servedAtDesk(): Set<number> {
  const homes = Array.from({ length: HOUSEHOLDS }, (_, home) => home);
  homes.sort((one, other) => chance('desk', one) - chance('desk', other));
  return new Set(homes.slice(0, SERVED_AT_DESK));
}

function nameOf(kind: string, index: number): string {
  const pick = (from: string, salt: string) => from[whole(`${kind}-${salt}`, index, from.length)]!;
  return `${pick(SURNAMES, 'surname')}${pick(GIVEN, 'first')}${pick(GIVEN, 'second')}`;
}

/** A UUIDv7 that follows from its name only. */
export function madeId(kind: string, index: number): string {
  const random = Uint8Array.from(hashText(kind, String(index)).match(/../g)!.slice(0, 10), (byte) =>
    parseInt(byte, 16),
  );
  return uuid7(Date.UTC(2026, 0, 1) + index * 1000, random);
}

function whole(kind: string, index: number, below: number): number {
  return Math.floor(chance(kind, index) * below);
}

/** A number in [0, 1) that depends on its name only. */
function chance(kind: string, index: number): number {
  return parseInt(hashText(kind, String(index)).slice(0, 12), 16) / 2 ** 48;
}
