import type { Caller, ServiceRuntime } from '@baogong/commanding';
import type { Action } from '@baogong/duties';
import type { Role } from '@baogong/duties';
import { communityOf, covers } from '@baogong/kernel';
import type { Territory } from '@baogong/kernel';
import { isLimitedToOwn } from './commands.js';

type Reading = Pick<ServiceRuntime, 'desk' | 'authority' | 'clock'>;
type SeeResult = ReturnType<ServiceRuntime['desk']['see']>;
export type Refusal = Extract<SeeResult, { ok: false }>['refusal'];

/** A part of the map the caller may look at; `organisation` when only that organisation's own things are shown. */
export interface Sight {
  territory: Territory;
  organisation?: string;
}

export type Sights = { ok: true; sights: Sight[] } | { ok: false; refusal: Refusal };

/** All that the caller's grants let them see under the action, so that a list needs no place to be named. */
export function sightsOf(reading: Reading, caller: Caller, action: Action): Sights {
  const sights: Sight[] = [];
  let refusal: Refusal = { kind: 'not-found' };
  for (const territory of neighbourhoodsOf(reading, caller)) {
    const seen = sightAt(reading, caller, { action, territory });
    if (seen.ok) sights.push(...seen.sights);
    else refusal = seen.refusal;
  }
  return sights.length > 0 ? { ok: true, sights } : { ok: false, refusal };
}

export function sightAt(
  reading: Reading,
  caller: Caller,
  { action, territory }: { action: Action; territory: Territory },
): Sights {
  const seen = reading.desk.see(caller, action, territory);
  if (!seen.ok) return seen;
  const { role, organisation } = seen.by;
  const own = isLimitedToOwn(reading, { role: role as Role, action, territory });
  return { ok: true, sights: [own ? { territory, organisation } : { territory }] };
}

/** The price list is for everyone of the community (S52): a grant there is enough, whatever the role. */
export function neighbourhoodsOf({ authority }: Pick<Reading, 'authority'>, { actor }: Caller): Territory[] {
  const near = authority.grantsOf(actor).map(({ territory }) => communityOf(territory) ?? territory);
  return [...new Set(near)];
}

export function isNear(reading: Pick<Reading, 'authority'>, caller: Caller, place: Territory): boolean {
  return neighbourhoodsOf(reading, caller).some((near) => covers(near, place));
}
