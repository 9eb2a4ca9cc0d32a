import type { ServiceRuntime } from '@baogong/commanding';
import type { Instant, Territory } from '@baogong/kernel';
import type { DeliveryPlace, RequestLine } from '../domain/order/order.js';
import type { RoundItem } from '../domain/round/round.js';
import type { Supply } from '../domain/allocation/allocate.js';

/** Under these tokens controllers are given the service they belong to, its read models and the vault. */
export const RUNTIME = Symbol('ServiceRuntime');
export const FACTS = Symbol('Facts');
export const VAULT = Symbol('Vault');
export const TURNS = Symbol('Turns');
export const RECEIVER_RULES = Symbol('ReceiverRules');

export type Runtime = ServiceRuntime;

export type OfferedItem = Omit<RoundItem, 'capPerHousehold'>;
export type OrderAddress = { orderId: string; roundId: string; householdId: string; territory: Territory };
export type StandingRequest = { orderId: string; householdId: string; lines: RequestLine[]; place: DeliveryPlace };

/** What commands must know beyond their own stream, answered by read models. */
export interface Facts {
  /** The offers announced for a community and not withdrawn, of those asked for; waits a moment for new ones. */
  offers(community: Territory, offerIds: string[]): Promise<OfferedItem[]>;
  /** Where a station stands; undefined for one that was never opened. */
  station(stationId: string): Promise<Territory | undefined>;
  /** Waits a moment for an order that was only just placed; behind: whether there is one is not known yet. */
  orderAddress(orderId: string): Promise<OrderAddress | 'behind' | undefined>;
  /** The household's orders in rounds that ended at this moment or later; undefined while some may not be known yet. */
  ordersSince(householdId: string, since: Instant): Promise<OrderAddress[] | undefined>;
  /** Requests of a round as they stood at these positions, shard by shard. */
  requestsAt(roundId: string, positions: Record<string, number>): Promise<StandingRequest[]>;
  historyReached(positions: Record<string, number>): Promise<boolean>;
  counted(roundId: string): Promise<Supply>;
  /** As far as inventory has stocked the lots of what was counted. */
  stocked(roundId: string): Promise<Supply>;
  /** How many webhooks these suppliers registered. */
  webhooksOf(suppliers: string[]): Promise<number>;
  /** The supplier a message of webhooks is for; undefined where there is none of this id. */
  webhookToldTo(messageId: string): Promise<string | undefined>;
}

/** Lets one at a time do what must not be done twice at once, over all replicas of the service. */
export interface Turns {
  /** Undefined where the turn did not come in time. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
}

export type PersonalData = {
  room?: string;
  needs?: string;
  members: { actorId: string; name: string; telephone?: string }[];
};

/** The one place where names, telephones, rooms and needs are kept. */
export interface Vault {
  /** Writing an older version than the one kept changes nothing. */
  write(householdId: string, version: number, data: PersonalData): Promise<void>;
  read(householdId: string): Promise<PersonalData | undefined>;
  /** Destroys the household's key: what was written with it can never be read again, in any copy. */
  forget(householdId: string, at: Instant): Promise<void>;
}

/** A fact that is on its way: the consumer or timer that needs it comes back. */
export class NotYet extends Error {
  readonly transient = true;
}
