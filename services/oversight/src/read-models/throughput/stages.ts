/** Of goods: whom they are for cannot be read from them. */
export const GOODS_STAGES = ['offered', 'dispatched', 'arrived', 'counted'] as const;

/** Of households' orders: a small count of these could point at somebody. */
export const ORDER_STAGES = [
  'requested',
  'granted',
  'shorted',
  'unserved',
  'reserved',
  'packed',
  'handedOver',
  'cancelled',
] as const;

export type OrderStage = (typeof ORDER_STAGES)[number];
export type Stage = (typeof GOODS_STAGES)[number] | OrderStage;

export const STAGES: readonly Stage[] = [...GOODS_STAGES, ...ORDER_STAGES];

/** What a parcel holds, item by item: the parcel itself is counted and weighed as a whole. */
export type AmountStage = Stage | 'packedGoods' | 'handedOverGoods';

export const LEGS = [
  'dispatchedToCounted',
  'placedToGranted',
  'grantedToReserved',
  'grantedToPacked',
  'packedToHandedOver',
  'placedToHandedOver',
] as const;
export type Leg = (typeof LEGS)[number];

export const STAGE_WORDS: Readonly<Record<Stage, { zh: string; en: string }>> = {
  offered: { zh: '供货', en: 'offered' },
  dispatched: { zh: '发出', en: 'dispatched' },
  arrived: { zh: '到达', en: 'arrived' },
  counted: { zh: '清点', en: 'counted' },
  requested: { zh: '申请', en: 'requested' },
  granted: { zh: '分配', en: 'granted' },
  shorted: { zh: '短缺', en: 'shorted' },
  unserved: { zh: '未获供应', en: 'unserved' },
  reserved: { zh: '预留', en: 'reserved' },
  packed: { zh: '分拣', en: 'packed' },
  handedOver: { zh: '交付', en: 'handed over' },
  cancelled: { zh: '取消', en: 'cancelled' },
};
