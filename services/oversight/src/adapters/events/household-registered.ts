import type { HouseholdRegistered } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { HouseholdMovedIn } from '../../domain/residents/residents.process.js';

/** The fact of orders in the words of the residents process. */
export function householdMovedIn({ data }: Pick<EventRecord, 'data'>): HouseholdMovedIn {
  const { householdId, territory, members } = data as HouseholdRegistered;
  return { householdId, territory, members };
}
