import type { Caller, CommandResult, DomainCommand, InForce } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import {
  order,
  type DeliveryPlace,
  type OrderCommand,
  type OrderEvent,
  type OrderRejection,
  type RequestLine,
} from '../domain/order/order.js';
import { withChannel } from './channel.js';
import { readHousehold, readRound } from './reading.js';
import type { Facts, OrderAddress, Runtime } from './runtime.js';
import { orderStream } from './streams.js';

export type OrderResult = CommandResult<OrderEvent, OrderRejection>;
export type Wish = { lines: RequestLine[]; place: DeliveryPlace };
export type Placing = Wish & { orderId: string; roundId: string; householdId: string };
type Parts = { runtime: Runtime; facts: Facts };

export async function placeOrder({ runtime, facts }: Parts, caller: Caller, placing: Placing): Promise<OrderResult> {
  const { orderId, roundId, householdId, lines, place } = placing;
  const { state: household } = await readHousehold(runtime, householdId);
  if (household.status === 'none') return { kind: 'not-found' };
  return runtime.desk.handle({
    action: 'PlaceOrder',
    caller,
    stream: orderStream({ roundId, householdId, territory: household.territory }),
    decider: order,
    data: async () => ({ orderId, household, ...(await wishFacts({ runtime, facts }, roundId, { lines, place })) }),
    toCommand: rationed,
  });
}

export function amendOrder(parts: Parts, caller: Caller, { orderId, lines, place }: Wish & { orderId: string }) {
  const data = ({ roundId }: OrderAddress) => wishFacts(parts, roundId, { lines, place });
  return ask(parts, caller, { action: 'AmendOrder', orderId, data });
}

export function cancelOrder(parts: Parts, caller: Caller, { orderId, reason }: { orderId: string; reason: string }) {
  return ask(parts, caller, { action: 'CancelOrder', orderId, data: async () => ({ reason }) });
}

export function recordSettlement(
  parts: Parts,
  caller: Caller,
  { orderId, ...settlement }: { orderId: string; amountFen: number; reference: string },
) {
  return ask(parts, caller, { action: 'RecordSettlement', orderId, data: async () => settlement });
}

async function wishFacts({ runtime, facts }: Parts, roundId: string, wish: Wish) {
  const stationAt = wish.place.kind === 'station' ? await facts.station(wish.place.stationId) : undefined;
  // The round is read last: whoever waits for a station must not decide on a window that has ended meanwhile.
  const { state: round } = await readRound(runtime, roundId);
  return { ...wish, round, ...(stationAt === undefined ? {} : { stationAt }) };
}

/** The ration of the very moment whose rule let the command in: never the rule of one posture with the ration of another. */
function rationed(command: DomainCommand, _state: unknown, { rationing }: InForce): OrderCommand {
  const { data, ...rest } = withChannel(command);
  return {
    ...rest,
    data: { ...(data as object), ...(rationing ? { ration: rationing.perItem } : {}) },
  } as OrderCommand;
}

type Asking = { action: Action; orderId: string; data(address: OrderAddress): Promise<object> };

async function ask({ runtime, facts }: Parts, caller: Caller, { action, orderId, data }: Asking): Promise<OrderResult> {
  const address = await facts.orderAddress(orderId);
  if (!address) return { kind: 'not-found' };
  if (address === 'behind') return { kind: 'overloaded', retryAfterSeconds: 1 };
  return runtime.desk.handle({
    action,
    caller,
    stream: orderStream(address),
    decider: order,
    data: () => data(address),
    toCommand: rationed,
  });
}
