import { readMoment } from '../fields/moments.js';
import { readGrams, readWhole, readYuan } from '../fields/numbers.js';
import { readText, readWord } from '../fields/words.js';
import type { ListForm } from '../sheet/columns.js';
import { readItems, type FieldReaders, type Items } from '../sheet/read-items.js';
import type { SheetRow } from '../sheet/sheet.js';

/** What a supplier announces, as the interface takes it, without id and place. */
export interface Offer {
  sku: string;
  name: string;
  itemClass: 'food' | 'infant' | 'hygiene' | 'medicine' | 'device';
  unit: string;
  priceFen: number;
  quantity: number;
  weightGrams: number;
  origin: string;
  arrivesFrom: string;
  arrivesTo: string;
}

export const OFFER_FORM: ListForm<keyof Offer> = {
  titles: {
    sku: ['货号', '商品编码', '编码', '商品编号', '编号', 'sku', 'item no', 'code'],
    name: ['品名', '商品', '商品名称', '名称', '套餐', 'name', 'item', 'product'],
    itemClass: ['类别', '分类', '品类', 'class', 'category', 'item class'],
    unit: ['单位', '规格', 'unit', 'package'],
    priceFen: ['单价', '价格', '售价', '单价元', 'price', 'unit price', 'price yuan'],
    quantity: ['数量', '可供数量', '库存', '份数', 'quantity', 'qty', 'available'],
    weightGrams: ['重量', '单重', '毛重', '净重', 'weight', 'unit weight'],
    origin: ['产地', '来源地', 'origin'],
    arrivesFrom: ['到货时间', '到货起', '最早到货', '预计到货', 'arrives from', 'arrival', 'arrives'],
    arrivesTo: ['到货止', '最晚到货', 'arrives to', 'arrival until', 'arrives until'],
  },
  needs: [['sku'], ['name'], ['priceFen'], ['quantity'], ['weightGrams'], ['arrivesFrom'], ['arrivesTo']],
};

const CLASSES = {
  food: ['食品', '蔬菜', '肉类', '粮油', '水果', '生鲜', '套餐'],
  infant: ['婴幼儿', '母婴', '奶粉', '尿布'],
  hygiene: ['日用品', '卫生用品', '生活用品', '防疫用品'],
  medicine: ['药品', '药'],
  device: ['器械', '医疗器械', '设备'],
} as const;
const UNITS_MAX = 1_000_000;

const READERS: FieldReaders<Offer> = {
  sku: { read: readText },
  name: { read: readText },
  itemClass: { read: (cell) => readWord(cell, CLASSES), or: () => 'food' },
  unit: { read: readText, or: () => '份' },
  priceFen: { read: readYuan },
  quantity: { read: (cell) => readWhole(cell, { least: 1, most: UNITS_MAX }) },
  weightGrams: { read: readGrams },
  origin: { read: readText, or: () => '未注明' },
  arrivesFrom: { read: (cell) => readMoment(cell, '00:00') },
  arrivesTo: { read: (cell) => readMoment(cell, '23:59') },
};

/** A supplier's list of goods. Prices are in yuan, weights in grams unless a unit stands behind them. */
export function readOffers(rows: readonly SheetRow[]): Items<Offer> {
  const found = readItems(rows, OFFER_FORM, READERS);
  const kept = found.items.filter((offer) => {
    if (Date.parse(offer.arrivesFrom) <= Date.parse(offer.arrivesTo)) return true;
    const remedy = 'give a first moment of arrival that is not after the last';
    found.faults.push({
      line: offer.line,
      field: found.title('arrivesTo'),
      wrong: 'is before the first arrival',
      remedy,
    });
    return false;
  });
  return { ...found, items: kept };
}
