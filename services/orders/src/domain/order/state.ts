import type { Fen, Instant } from '@baogong/kernel';
import type { GrantLine, Placing, ShortedLine } from './messages.js';

export type OrderStatus =
  'requested' | 'granted' | 'confirmed' | 'cancelling' | 'fulfilled' | 'cancelled' | 'shorted' | 'missed' | 'lapsed';

export type OrderMoney = { dueFen: Fen; settledFen: Fen; refundDueFen: Fen; references: string[] };

export type PlacedOrder = Placing & {
  status: OrderStatus;
  placedAt: Instant;
  granted: GrantLine[];
  shorted: ShortedLine[];
  reservedUntil?: Instant;
  cancelReason?: string;
  endReason?: string;
  notes: { at: Instant; text: string }[];
  money: OrderMoney;
};

export type OrderState = { status: 'none' } | PlacedOrder;
