import type { HouseholdRegistered } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import { buildingOf } from '@baogong/kernel';

export const households: Projection = {
  name: 'households',
  source: 'orders',
  handles: ['HouseholdRegistered'],
  async apply(tx, records) {
    for (const { data, at, community } of records) {
      const { householdId, territory, people } = data as HouseholdRegistered;
      await tx.query(
        `insert into orders.household (household_id, territory, community, building, people, registered_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [householdId, territory, community, buildingOf(territory) ?? null, people, at],
      );
    }
  },
};
