import type { IssueOrigin } from '@baogong/commanding';
import type { EventRecord, ProcessConsumer } from '@baogong/event-pipe';
import { grantOrders } from '../../application/granting.js';
import { meetFixing, meetRequest, type AppendedRequest } from '../../application/late-requests.js';
import type { Facts, Runtime } from '../../application/runtime.js';
import type { Computation } from '../../domain/allocation/allocation.js';
import type { FixedRequests } from '../../domain/round/round.js';

type Parts = { runtime: Runtime; facts: Facts };

/** Grants follow from the recorded allocation; a redo uses the same keys and changes nothing. */
export function granting(parts: Parts): ProcessConsumer {
  return {
    name: 'granting',
    source: 'orders',
    handles: ['AllocationComputed'],
    handle: (record) =>
      grantOrders(parts, {
        computation: record.data as Computation,
        at: record.at,
        origin: (ordinal) => originOf(record, `${record.shard}:${record.pos}:${ordinal}`),
      }),
  };
}

export function lateRequests(parts: Parts): ProcessConsumer {
  return {
    name: 'late-requests',
    source: 'orders',
    handles: ['OrderPlaced', 'OrderAmended', 'RequestsFixed'],
    handle(record) {
      const origin = ({ shard, pos }: AppendedRequest) => originOf(record, `miss:${shard}:${pos}`);
      if (record.type === 'RequestsFixed') return meetFixing(parts, record.data as FixedRequests, origin);
      const { orderId, roundId, householdId } = record.data as AppendedRequest;
      const { territory, shard, pos } = record;
      return meetRequest(parts, { orderId, roundId, householdId, territory, shard, pos }, origin);
    },
  };
}

function originOf({ correlation, id }: EventRecord, key: string): IssueOrigin {
  return { key, correlation, causation: id };
}
