import { communityOf, covers, type Territory } from '@baogong/kernel';
import type { SeeResult } from '@baogong/commanding';
import { allocation, type AllocationState } from '../domain/allocation/allocation.js';
import { household, type HouseholdState } from '../domain/household/household.js';
import { order, type OrderState } from '../domain/order/order.js';
import { round, type RoundState } from '../domain/round/round.js';
import type { OrderAddress, Runtime } from './runtime.js';

type Read<S> = { state: S; version: number };

export function readHousehold({ store }: Runtime, householdId: string): Promise<Read<HouseholdState>> {
  return store.load(`household-${householdId}`, household);
}

export function readRound({ store }: Runtime, roundId: string): Promise<Read<RoundState>> {
  return store.load(`round-${roundId}`, round);
}

export function readAllocation({ store }: Runtime, roundId: string): Promise<Read<AllocationState>> {
  return store.load(`allocation-${roundId}`, allocation);
}

export function readOrder(
  { store }: Runtime,
  { roundId, householdId }: Pick<OrderAddress, 'roundId' | 'householdId'>,
): Promise<Read<OrderState>> {
  return store.load(`order-${roundId}-${householdId}`, order);
}

/** The place a reader asks about; the widest of their own when they name none. */
export function placeOf({ authority }: Runtime, actor: string, asked?: Territory): Territory {
  if (asked !== undefined) return asked;
  const own = authority.grantsOf(actor).map(({ territory }) => territory);
  // Nobody without a grant is anywhere: no grant reaches this place, so it is answered as any unknown one.
  return own.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? 'd-nowhere';
}

/** Rounds are no secret within their community; outside it they do not exist. */
export function livesWith({ authority }: Runtime, actor: string, place: Territory): boolean {
  const near = communityOf(place) ?? place;
  return authority.grantsOf(actor).some(({ territory }) => covers(territory, near) || covers(near, territory));
}

/** A resident sees their own household and nobody else's; which other roles may see one is the matrix's business. */
export function ownOnly(seen: SeeResult, householdId: string): SeeResult {
  if (!seen.ok || seen.by.role !== 'resident' || seen.by.households.includes(householdId)) return seen;
  return { ok: false, refusal: { kind: 'not-found' } };
}

/** Rows of a read model, typed by the one query that asks for them. */
export async function rowsOf<T>(
  { dataSource }: Pick<Runtime, 'dataSource'>,
  sql: string,
  params: unknown[],
): Promise<T[]> {
  return (await dataSource.query(sql, params)) as T[];
}

/** Whether a projection has applied its source up to these positions, shard by shard. */
export async function hasReached(
  runtime: Pick<Runtime, 'dataSource'>,
  { name, source }: { name: string; source: string },
  positions: Record<string, number>,
): Promise<boolean> {
  const cursors = await rowsOf<{ shard: number; pos: number }>(
    runtime,
    'select shard, pos::float8 as pos from es.cursor where consumer = $1 and source = $2',
    [name, source],
  );
  const reached = new Map(cursors.map(({ shard, pos }) => [String(shard), pos]));
  return Object.entries(positions).every(([shard, pos]) => (reached.get(shard) ?? 0) >= pos);
}

const WAIT_MS = 2_000;
const POLL_MS = 50;

/** Read models follow a moment later: what was only just made is waited for. */
export async function eventually<T>(read: () => Promise<T>, there: (found: T) => boolean): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const found = await read();
    if (there(found) || waitedMs >= WAIT_MS) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
