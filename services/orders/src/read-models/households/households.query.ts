import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { HouseholdListed } from './households.answers.js';

export type HouseholdsAsked = { territory: Territory; only?: string[]; after: string; limit: number };

export function householdsOf(runtime: Runtime, { territory, only, after, limit }: HouseholdsAsked) {
  return rowsOf<HouseholdListed>(
    runtime,
    `select household_id as id, territory, building, people from orders.household
     where (territory = $1 or starts_with(territory, $1 || '/')) and ($2::text[] is null or household_id = any($2))
       and household_id > $3
     order by household_id limit $4`,
    [territory, only ?? null, after, limit],
  );
}
