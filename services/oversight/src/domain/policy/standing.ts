import { reject } from '@baogong/decider';
import { chainAt, covers, type Instant, type Territory } from '@baogong/kernel';
import { spelledOut } from './difference-words.js';
import type { Issue, PolicyState, PolicyVersion, Refusal } from './messages.js';
import { departures } from './range.js';

export const OFFICE = 'district-office';

/** The district’s word on a place, also where others have set something over it: they move within what it left to them. */
export function mandateAt(state: PolicyState, territory: Territory, at: Instant): PolicyVersion | undefined {
  const last = chainAt(state, territory, at).at(-1);
  if (!last || isOfDistrict(last)) return last;
  return mandateAt(
    state.filter((one) => one !== last),
    territory,
    at,
  );
}

const isOfDistrict = ({ issuedBy, parameter }: PolicyVersion): boolean => issuedBy === OFFICE && !parameter;

export function rangeRefusal(
  parent: PolicyVersion,
  asked: Pick<Issue, 'clauses' | 'territory'>,
): Refusal<'too-intricate' | 'outside-delegated-range'> | undefined {
  const found = departures(parent, { asked: asked.clauses, place: asked.territory });
  if (!found) return reject('too-intricate');
  const [first] = found;
  if (!first) return undefined;
  return reject('outside-delegated-range', { differences: found.length, first: spelledOut(first).en });
}

/** The district’s own versions further down stay; those of others stay where they are within what now holds. */
export function keptUnder(parent: PolicyVersion, state: PolicyState, at: Instant): number[] {
  const below = state.filter(
    ({ territory, effectiveTo }) =>
      territory !== parent.territory &&
      covers(parent.territory, territory) &&
      (effectiveTo === undefined || at < effectiveTo),
  );
  const stays = (one: PolicyVersion) =>
    isOfDistrict(one) || departures(parent, { asked: one.clauses, place: one.territory })?.length === 0;
  return below.filter(stays).map(({ version }) => version);
}

/** A district has nothing above it. */
export function placeAbove(territory: Territory): Territory {
  return territory.split('/').slice(0, -1).join('/');
}
