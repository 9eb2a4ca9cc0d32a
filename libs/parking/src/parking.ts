import type { Caller, CommandResult, DomainEvent, SeeResult, ServiceRuntime } from '@baogong/commanding';
import type { EventRecord } from '@baogong/event-pipe';
import { direct, firstParked, parkedAt, parkedPage, type Parked, type ParkedKey } from '@baogong/event-store';
import { parkedEvent, type ParkedFacts } from './parked-event.js';

/** What seeing and settling need of the machinery. */
export type Parking = Pick<ServiceRuntime, 'desk' | 'authority' | 'pool' | 'parking'>;
type Refusal = Extract<SeeResult, { ok: false }>['refusal'];
type Result = Promise<CommandResult<DomainEvent, string>>;

/** Names one parked event within its service, in addresses and on the command line. */
export function idOf({ consumer, source, shard, pos }: ParkedKey): string {
  return `${consumer}.${source}.${shard}.${pos}`;
}

/** undefined for what idOf never makes. */
export function keyOfId(id: string): ParkedKey | undefined {
  const [, consumer, source, shard, pos] = /^([a-z0-9-]+)\.([a-z]+)\.(\d{1,4})\.(\d{1,15})$/.exec(id) ?? [];
  if (!consumer || !source) return undefined;
  return { consumer, source, shard: Number(shard), pos: Number(pos) };
}

export type ParkedList = { ok: true; parked: Parked[] } | { ok: false; refusal: Refusal };

/** What is parked of all places that the caller's grants let them see. */
export async function listParked(
  { desk, authority, pool }: Parking,
  caller: Caller,
  page: { after?: ParkedKey; limit: number },
): Promise<ParkedList> {
  const own = new Set(authority.grantsOf(caller.actor).map(({ territory }) => territory));
  const territories: string[] = [];
  let refusal: Refusal = { kind: 'not-found' };
  for (const territory of own) {
    const seen = desk.see(caller, 'SeeParkedEvents', territory);
    if (seen.ok) territories.push(territory);
    else refusal = seen.refusal;
  }
  if (territories.length === 0) return { ok: false, refusal };
  return { ok: true, parked: await parkedPage(direct(pool), { territories, ...page }) };
}

export type ParkedSeen = { ok: true; parked: Parked } | { ok: false; refusal: Refusal };

/** One event, whether it still waits or what became of it. */
export async function lookAtParked({ desk, pool }: Parking, caller: Caller, id: string): Promise<ParkedSeen> {
  const parked = await parkedOf(pool, id);
  if (!parked) return { ok: false, refusal: { kind: 'not-found' } };
  const seen = desk.see(caller, 'SeeParkedEvents', recordIn(parked).territory);
  return seen.ok ? { ok: true, parked } : seen;
}

export function replayParked(parking: Parking, caller: Caller, id: string): Result {
  return decideAbout(parking, caller, { action: 'ReplayParkedEvent', id });
}

export function skipParked(parking: Parking, caller: Caller, asked: { id: string; reason: string }): Result {
  return decideAbout(parking, caller, { action: 'SkipParkedEvent', ...asked });
}

export const recordIn = ({ record }: Parked): EventRecord => record as EventRecord;

interface Order {
  action: 'ReplayParkedEvent' | 'SkipParkedEvent';
  id: string;
  reason?: string;
}

async function decideAbout(parking: Parking, caller: Caller, { action, id, reason }: Order): Result {
  const parked = await parkedOf(parking.pool, id);
  if (!parked) return { kind: 'not-found' };
  return parking.desk.handle({
    action,
    caller,
    stream: { id: `parked-${id}`, kind: 'parked-event', territory: recordIn(parked).territory },
    decider: parkedEvent,
    data: async () => ({ parked: await factsOf(parking, parked), ...(reason === undefined ? {} : { reason }) }),
  });
}

async function factsOf({ pool, parking }: Parking, parked: Parked): Promise<ParkedFacts> {
  const { consumer, source, shard, pos, stream, status } = parked;
  const first = await firstParked(direct(pool), parked);
  const { type } = recordIn(parked);
  const settled = status !== 'parked';
  const place = { consumer, source, shard, pos, stream, type };
  return { ...place, settled, first: settled || first?.pos === pos, consumed: parking.has(parked) };
}

async function parkedOf(pool: Parking['pool'], id: string): Promise<Parked | undefined> {
  const key = keyOfId(id);
  return key && parkedAt(direct(pool), key);
}
