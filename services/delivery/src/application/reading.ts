import type { Caller, SeeResult } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import { communityOf, covers, householdOf, type Territory } from '@baogong/kernel';
import type { PlannedParcel } from '../domain/parcel/messages.js';
import type { Delivery } from './runtime.js';

type Reading = Pick<Delivery, 'authority' | 'desk'>;
export type Refusal = Extract<SeeResult, { ok: false }>['refusal'];

/** What of the work list a caller may look at: whole places, or their own households' parcels. */
export interface Sight {
  places: Territory[];
  households: string[];
}

/** A list needs no place to be named: it shows what the caller's own grants reach. */
export function workListOf(reading: Reading, caller: Caller, place?: Territory): Sight | Refusal {
  const households = ownHouseholds(reading, caller);
  const work: Action = 'SeeWorkList';
  const asked = workPlacesOf(reading, caller).flatMap((granted) => within(granted, place));
  const answers = [...new Set(asked)].map((territory) => ({
    territory,
    seen: reading.desk.see(caller, work, territory),
  }));
  const places = answers.filter(({ seen }) => seen.ok).map(({ territory }) => territory);
  if (places.length > 0 || households.length > 0) return { places, households };
  return answers.flatMap(({ seen }) => (seen.ok ? [] : [seen.refusal]))[0] ?? { kind: 'not-found' };
}

/** One's own parcel is read under the right to one's own pass, anybody else's under the work list's. */
export function seeParcel(reading: Reading, caller: Caller, plan: PlannedParcel): SeeResult {
  const own = ownHouseholds(reading, caller).includes(plan.householdId);
  return reading.desk.see(caller, own ? 'SeePass' : 'SeeWorkList', plan.territory);
}

/** The pass is the household's alone: to everyone else it does not exist. */
export function seePass({ desk }: Reading, caller: Caller, plan: PlannedParcel): SeeResult {
  const seen = desk.see(caller, 'SeePass', plan.territory);
  if (seen.ok && !seen.by.households.includes(plan.householdId)) return { ok: false, refusal: { kind: 'not-found' } };
  return seen;
}

/** Stations are for everyone of the community to find. */
export function neighbourhoodsOf({ authority }: Pick<Delivery, 'authority'>, { actor }: Caller): Territory[] {
  const near = authority.grantsOf(actor).map(({ territory }) => communityOf(territory) ?? territory);
  return [...new Set(near)];
}

function ownHouseholds({ authority }: Reading, { actor }: Caller): string[] {
  return authority
    .grantsOf(actor)
    .filter(({ role }) => role === 'resident')
    .flatMap(({ territory }) => householdOf(territory) ?? []);
}

function workPlacesOf({ authority }: Reading, { actor, askedRole }: Caller): Territory[] {
  return authority
    .grantsOf(actor)
    .filter(({ role }) => role !== 'resident' && (askedRole === undefined || role === askedRole))
    .map(({ territory }) => territory);
}

function within(granted: Territory, place: Territory | undefined): Territory[] {
  if (place === undefined || covers(place, granted)) return [granted];
  return covers(granted, place) ? [place] : [];
}
