import type { HouseholdAmended, HouseholdRegistered } from '@baogong/contracts';
import type { EventRecord } from '@baogong/event-pipe';
import type { HouseholdTold } from '../../domain/residents/residents.process.js';

/** The facts of orders in the words of the residents process. */
export function householdTold({ data }: Pick<EventRecord, 'data'>): HouseholdTold {
  const { householdId, territory, members } = data as HouseholdRegistered | HouseholdAmended;
  return { householdId, territory, members };
}
