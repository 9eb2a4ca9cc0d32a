import type { Caller, DomainCommand, InForce } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import { order, type DeliveryPlace, type OrderCommand, type Others, type RequestLine } from '../domain/order/order.js';
import { withChannel } from './channel.js';
import { countingOthers, type OrderResult, type Parts } from './counting-others.js';
import { readHousehold, readOrder, readRound } from './reading.js';
import type { OrderAddress } from './runtime.js';
import { orderStream } from './streams.js';

export type Wish = { lines: RequestLine[]; place: DeliveryPlace };
export type Placing = Wish & { orderId: string; roundId: string; householdId: string };

export async function placeOrder(parts: Parts, caller: Caller, placing: Placing): Promise<OrderResult> {
  const { orderId, roundId, householdId, lines, place } = placing;
  const { runtime } = parts;
  const { state: household } = await readHousehold(runtime, householdId);
  if (household.status === 'none') return { kind: 'not-found' };
  return countingOthers(parts, { orderId, householdId, at: runtime.clock.now() }, (others) =>
    runtime.desk.handle({
      action: 'PlaceOrder',
      caller,
      stream: orderStream({ roundId, householdId, territory: household.territory }),
      decider: order,
      byPolicy: true,
      data: async () => ({ orderId, household, ...(await wishFacts(parts, { roundId, lines, place, others })) }),
      toCommand: governed,
    }),
  );
}

export function amendOrder(parts: Parts, caller: Caller, { orderId, ...wish }: Wish & { orderId: string }) {
  return atOrder(parts, orderId, async (address) => {
    const { householdId, roundId } = address;
    const { state } = await readOrder(parts.runtime, address);
    const at = state.status === 'none' ? parts.runtime.clock.now() : state.placedAt;
    return countingOthers(parts, { orderId, householdId, at }, (others) =>
      parts.runtime.desk.handle({
        ...{ action: 'AmendOrder', caller, stream: orderStream(address), decider: order, byPolicy: true },
        data: () => wishFacts(parts, { ...wish, roundId, others }),
        toCommand: governed,
      }),
    );
  });
}

export function cancelOrder(parts: Parts, caller: Caller, { orderId, reason }: { orderId: string; reason: string }) {
  return ask(parts, caller, { action: 'CancelOrder', orderId, data: { reason } });
}

export function recordSettlement(
  parts: Parts,
  caller: Caller,
  { orderId, ...settlement }: { orderId: string; amountFen: number; reference: string },
) {
  return ask(parts, caller, { action: 'RecordSettlement', orderId, data: settlement });
}

type WishAsked = Wish & { roundId: string; others: Others | undefined };

async function wishFacts({ runtime, facts }: Parts, { roundId, lines, place, others }: WishAsked) {
  const stationAt = place.kind === 'station' ? await facts.station(place.stationId) : undefined;
  // The round is read last: whoever waits for a station must not decide on a window that has ended meanwhile.
  const { state: round } = await readRound(runtime, roundId);
  return { lines, place, round, ...(stationAt === undefined ? {} : { stationAt }), ...(others ? { others } : {}) };
}

/** Ration, risk and policy of the very moment whose rule let the command in: never the rule of one posture with the ration of another. */
function governed(command: DomainCommand, _state: unknown, { rationing, risk, policy }: InForce): OrderCommand {
  const { data, ...rest } = withChannel(command);
  return {
    ...rest,
    data: { ...(data as object), risk, policy, ...(rationing ? { ration: rationing.perItem } : {}) },
  } as OrderCommand;
}

function ask(
  parts: Parts,
  caller: Caller,
  { action, orderId, data }: { action: Action; orderId: string; data: object },
): Promise<OrderResult> {
  return atOrder(parts, orderId, (address) =>
    parts.runtime.desk.handle({
      ...{ action, caller, stream: orderStream(address), decider: order, data },
      toCommand: (command) => withChannel(command) as OrderCommand,
    }),
  );
}

async function atOrder(
  { facts }: Parts,
  orderId: string,
  then: (address: OrderAddress) => Promise<OrderResult>,
): Promise<OrderResult> {
  const address = await facts.orderAddress(orderId);
  if (!address) return { kind: 'not-found' };
  return address === 'behind' ? { kind: 'overloaded', retryAfterSeconds: 1 } : then(address);
}
