import { accept } from '@baogong/decider';
import { dueOf, withRefund } from './money.js';
import { namesOf } from './requesting.js';
import type { CommandOf, ConfirmedLine, GrantLine, OrderEvent, ShortedLine, StockAnswer } from './messages.js';
import type { PlacedOrder } from './state.js';

export function grant({ at, data }: CommandOf<'GrantOrder'>, state: PlacedOrder) {
  if (state.status !== 'requested') return accept<OrderEvent>(); // cancelled meanwhile, or granted before
  const names = namesOf(state);
  const lines = data.lines.filter(({ quantity }) => quantity > 0);
  const short = data.lines.filter(({ quantity, requested }) => quantity < requested).map(shortOf);
  const { territory, place } = state;
  const goods = { ...names, territory, place, lines, amountDueFen: dueOf(lines), reservedUntil: data.reservedUntil };
  return accept<OrderEvent>(
    ...(lines.length > 0 ? [{ type: 'GoodsGranted' as const, at, data: goods }] : []),
    ...(short.length > 0 ? [{ type: 'OrderShorted' as const, at, data: { ...names, lines: short } }] : []),
  );
}

export function confirm({ at, data }: CommandOf<'ConfirmOrder'>, state: PlacedOrder) {
  if (state.status !== 'granted') return accept<OrderEvent>(); // cancelled or lapsed while inventory answered
  const names = namesOf(state);
  const answerTo = new Map(data.answers.map((answer) => [answer.offerId, answer]));
  const lines = state.granted.flatMap((line) => confirmedBy(answerTo.get(line.offerId), line));
  const short = state.granted.flatMap((line) => declinedBy(answerTo.get(line.offerId), line));
  const { territory, place } = state;
  const events: OrderEvent[] = [
    ...(lines.length > 0 ? [{ type: 'OrderConfirmed' as const, at, data: { ...names, territory, place, lines } }] : []),
    ...(short.length > 0 ? [{ type: 'OrderShorted' as const, at, data: { ...names, lines: short } }] : []),
  ];
  const dueFen = dueOf(state.granted.filter(({ offerId }) => lines.some((line) => line.offerId === offerId)));
  return accept<OrderEvent>(...withRefund(events, state, { at, dueFen }));
}

function shortOf({ offerId, requested, quantity }: GrantLine): ShortedLine {
  return { offerId, requested, granted: quantity, reason: 'supply-short' };
}

function confirmedBy(answer: StockAnswer | undefined, line: GrantLine): ConfirmedLine[] {
  if (!answer || 'declined' in answer) return [];
  const { offerId, sku, name, itemClass, quantity, weightGrams } = line;
  const kind = itemClass === undefined ? {} : { itemClass };
  return [{ offerId, sku, name, ...kind, quantity, weightGrams, lots: answer.lots }];
}

function declinedBy(answer: StockAnswer | undefined, { offerId, requested }: GrantLine): ShortedLine[] {
  if (answer && 'lots' in answer) return [];
  return [{ offerId, requested, granted: 0, reason: answer ? answer.declined : 'stock-unanswered' }];
}
