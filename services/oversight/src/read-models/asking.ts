import { IsMoment, IsTerritory, malformed, MayBeMissing, PageQuery, seen } from '@baogong/http';
import type { Caller } from '@baogong/http';
import type { Action } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import { hoursWithin, type Bounds, type Hours } from '../application/period.js';
import { placeOf, see } from '../application/reading.js';
import type { Runtime } from '../application/runtime.js';
import { seesPersons } from './masking.js';

export class TerritoryQuery {
  @MayBeMissing() @IsTerritory() territory?: string;
}

export class PeriodQuery extends PageQuery {
  @MayBeMissing() @IsTerritory() territory?: string;

  @MayBeMissing() @IsMoment() from?: string;

  @MayBeMissing() @IsMoment() to?: string;
}

export interface Reader {
  territory: Territory;
  /** Whether single households and persons may be told to the reader. */
  persons: boolean;
}

/** Who reads about which place, or the problem that this is not for them. */
export function readerOf(
  runtime: Runtime,
  caller: Caller,
  { territory, action = 'SeeThroughput' }: { territory?: string | undefined; action?: Action },
): Reader {
  const place = placeOf(runtime, caller, territory);
  const by = seen(see(runtime, caller, { action, territory: place }));
  return { territory: place, persons: seesPersons(by) };
}

/** @throws a problem that names the bound where the period has no length or is too long */
export function periodOf({ clock }: Runtime, bounds: Bounds, daysMax: number): Hours {
  const hours = hoursWithin(bounds, { now: clock.now(), daysMax });
  if ('pointer' in hours) throw malformed(hours.pointer, hours.says);
  return hours;
}
