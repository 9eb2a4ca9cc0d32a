import type { IssueOrigin } from '@baogong/commanding';
import type { FixedRequests } from '../domain/round/round.js';
import { readRound } from './reading.js';
import type { Facts, Runtime } from './runtime.js';
import { orderStream } from './streams.js';

export type AppendedRequest = {
  orderId: string;
  roundId: string;
  householdId: string;
  territory: string;
  shard: number;
  pos: number;
};
type Parts = { runtime: Runtime; facts: Facts };
type OriginOf = (request: AppendedRequest) => IssueOrigin;

const READ_LIMIT = 500;
const REQUESTS = ['OrderPlaced', 'OrderAmended'];

/**
 * Nobody is lost in silence. A request that lies after the fixed positions is met twice: by itself, when the round is
 * known to be fixed, and by RequestsFixed, which looks at all that was appended up to then. One of the two always sees it.
 */
export async function meetRequest(parts: Parts, request: AppendedRequest, originOf: OriginOf): Promise<void> {
  const { state } = await readRound(parts.runtime, request.roundId);
  if (state.status === 'fixed') await missIfLate(parts, { request, fixed: state.fixed }, originOf);
}

export async function meetFixing(parts: Parts, fixed: FixedRequests, originOf: OriginOf): Promise<void> {
  for (const [shard, pos] of Object.entries(fixed.positions)) {
    for await (const request of appendedAfter(parts.runtime, Number(shard), pos)) {
      if (request.roundId === fixed.roundId) await missIfLate(parts, { request, fixed }, originOf);
    }
  }
}

async function missIfLate(
  { runtime, facts }: Parts,
  { request, fixed }: { request: AppendedRequest; fixed: FixedRequests },
  originOf: OriginOf,
): Promise<void> {
  if (request.pos <= (fixed.positions[String(request.shard)] ?? 0)) return;
  const standing = (await facts.requestsAt(fixed.roundId, fixed.positions)).find(
    ({ orderId }) => orderId === request.orderId,
  );
  const data = standing ? { standing: { lines: standing.lines, place: standing.place } } : {};
  await runtime.issue({ action: 'MissRound', stream: orderStream(request), data }, originOf(request));
}

async function* appendedAfter({ store }: Runtime, shard: number, from: number): AsyncGenerator<AppendedRequest> {
  for (let pos = from; ;) {
    const events = await store.read(shard, pos, READ_LIMIT);
    for (const event of events) {
      if (!REQUESTS.includes(event.type)) continue;
      const { orderId, roundId, householdId } = event.data as AppendedRequest;
      yield { orderId, roundId, householdId, territory: event.territory, shard, pos: event.pos };
    }
    const last = events.at(-1);
    if (!last || events.length < READ_LIMIT) return;
    pos = last.pos;
  }
}
