import type { GoodsReceived } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { RoundClosingHears } from '../../domain/round-closing/round-closing.process.js';
import type { FixedRequests } from '../../domain/round/round.js';

export const ROUND_CLOSING_SOURCES = [
  { source: 'orders' as const, handles: ['RoundClosed', 'RequestsFixed'] },
  { source: 'inventory' as const, handles: ['GoodsReceived'] },
];

/** The facts of a round and its consignments in the words of the round-closing process. */
export function heardByRoundClosing({
  type,
  data,
  territory,
}: Pick<EventRecord, 'type' | 'data' | 'territory'>): RoundClosingHears | undefined {
  switch (type) {
    case 'RoundClosed':
      return { kind: 'round-closed', roundId: (data as { roundId: string }).roundId, territory };
    case 'RequestsFixed': {
      const { roundId, demand } = data as FixedRequests;
      return { kind: 'requests-fixed', roundId, territory, demand };
    }
    case 'GoodsReceived': {
      const received = data as GoodsReceived;
      const accepted: Record<string, number> = {};
      for (const line of received.lines) accepted[line.offerId] = (accepted[line.offerId] ?? 0) + line.accepted;
      return { kind: 'goods-counted', roundId: received.roundId, territory: received.territory, accepted };
    }
    default:
      return undefined;
  }
}
