import type { Acting } from '@baogong/client';
import type { CellOut } from '@baogong/disclosure';
import { OFFER_FORM, ROSTER_FORM, spacedTelephone, STATION_FORM } from '@baogong/roster';
import { allOf, sideBySide } from './asking.js';
import { readHome } from './import-households.js';

type Item = Record<string, unknown>;
type Title = readonly [zh: string, en: string];

/** A list as a table: what each column is called, and what it says of an item. */
export interface ExportedList {
  titles: readonly Title[];
  rows(acting: Acting, query: Record<string, unknown>): Promise<CellOut[][]>;
}

/** Rights are the interface's: whoever may not read a list there gets none here. */
export const EXPORTS: Readonly<Record<string, ExportedList>> = {
  households: {
    titles: [
      ...ofForm(ROSTER_FORM.titles, [
        'building',
        'lane',
        'unit',
        'room',
        'name',
        'telephone',
        'people',
        'needs',
        'code',
      ]),
      ['住户', 'household'],
    ],
    rows: residentsOf,
  },
  parcels: listOf('/api/v1/parcels', {
    id: ['包裹', 'parcel'],
    building: ['楼栋', 'building'],
    householdId: ['住户', 'household'],
    status: ['状态', 'status'],
    placeKind: ['方式', 'by'],
    place: ['地点', 'place'],
    lines: ['物品', 'goods'],
    pieces: ['件数', 'pieces'],
    weightGrams: ['克重', 'grams'],
    custodian: ['保管人', 'custodian'],
    offeredTo: ['待接收', 'offered to'],
    windowFrom: ['凭证起', 'pass from'],
    windowTo: ['凭证止', 'pass to'],
    plannedAt: ['安排时间', 'planned at'],
  }),
  stock: listOf('/api/v1/stock', {
    sku: ['货号', 'sku'],
    supplier: ['供应方', 'supplier'],
    received: ['收到', 'received'],
    onHand: ['在库', 'on hand'],
    reserved: ['已分配', 'reserved'],
    handedOver: ['已交付', 'handed over'],
    writtenOff: ['已核销', 'written off'],
    offerId: ['供货', 'offer'],
    territory: ['地区', 'territory'],
  }),
  offers: listOf('/api/v1/supply-offers', {
    ...titlesOf(OFFER_FORM.titles),
    supplier: ['供应方', 'supplier'],
    withdrawnBecause: ['撤回原因', 'withdrawn because'],
    offerId: ['供货', 'offer'],
  }),
  stations: listOf('/api/v1/stations', { ...titlesOf(STATION_FORM.titles), stationId: ['站点编码', 'station id'] }),
};

function ofForm<F extends string>(titles: Record<F, readonly string[]>, fields: F[]): Title[] {
  return fields.map((field) => titleOf(titles[field]));
}

function titlesOf<F extends string>(titles: Record<F, readonly string[]>): Record<F, Title> {
  const all = (Object.entries(titles) as [F, readonly string[]][]).map(([field, names]) => [field, titleOf(names)]);
  return Object.fromEntries(all) as Record<F, Title>;
}

function titleOf(names: readonly string[]): Title {
  return [names[0]!, names.find((name) => /^[\x20-\x7e]+$/.test(name))!];
}

function listOf(path: Parameters<typeof allOf>[1], columns: Record<string, Title>): ExportedList {
  return {
    titles: Object.values(columns),
    async rows(acting, query) {
      const items = await allOf(acting, path, query);
      return items.map((item) => Object.keys(columns).map((column) => cellOf(column, item)));
    },
  };
}

function cellOf(column: string, item: Item): CellOut {
  const value = item[column];
  if (column === 'priceFen') return (Number(value) / 100).toFixed(2);
  if (column === 'lines')
    return (value as { name: string; quantity: number }[])
      .map(({ name, quantity }) => `${name} x ${quantity}`)
      .join('; ');
  return typeof value === 'number' || value === null || value === undefined ? value : String(value);
}

/** One row per resident, as a roster has it: each household is read by itself, under the right to see it. */
async function residentsOf(acting: Acting, query: Record<string, unknown>): Promise<CellOut[][]> {
  const homes = await allOf(acting, '/api/v1/households', query);
  const told = new Map<string, CellOut[][]>();
  await sideBySide(homes, async ({ id, territory }) => {
    const { people, room, needs, members } = await readHome(acting, String(id));
    const segment = (level: string) => new RegExp(`/${level}-([^/]+)`).exec(String(territory))?.[1];
    const [lane, number] = laneAndRoom(segment('l'), room);
    const place = [segment('b') ?? '平房', lane, segment('u'), number];
    const rows = members.map(({ actorId, name, telephone }) => [
      ...[
        ...place,
        name,
        telephone === undefined ? '' : spacedTelephone(telephone),
        people,
        needs,
        actorId,
        String(id),
      ],
    ]);
    told.set(String(id), rows);
  });
  return homes.flatMap(({ id }) => told.get(String(id)) ?? []);
}

/** The code of a lane with a name stands for that name, which stands before the house number. */
function laneAndRoom(lane: string | undefined, room: string): [lane: string | undefined, room: string] {
  const named = /^n[0-9a-f]{8}$/.test(lane ?? '') ? /^(.*?)(\w+)$/.exec(room) : null;
  return named ? [named[1], named[2]!] : [lane, room];
}
