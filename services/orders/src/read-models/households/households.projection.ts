import type { HouseholdAmended, HouseholdRegistered } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import { buildingOf } from '@baogong/kernel';

export const households: Projection = {
  name: 'households',
  source: 'orders',
  handles: ['HouseholdRegistered', 'HouseholdAmended'],
  async apply(tx, records) {
    for (const { type, data, at, community } of records) {
      const { householdId, territory, people } = data as HouseholdRegistered | HouseholdAmended;
      if (type === 'HouseholdAmended') {
        await tx.query('update orders.household set people = $2 where household_id = $1', [householdId, people]);
        continue;
      }
      await tx.query(
        `insert into orders.household (household_id, territory, community, building, people, registered_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [householdId, territory, community, buildingOf(territory) ?? null, people, at],
      );
    }
  },
};
