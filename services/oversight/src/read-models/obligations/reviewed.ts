import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

/** What a switch of posture concerns at a place or below it: obligations with a clock, and what another posture obliges to. */
export function reviewedUnder(runtime: Runtime) {
  return (territory: Territory): Promise<{ id: string; territory: Territory }[]> =>
    rowsOf(
      runtime,
      `select obligation_id as id, territory from oversight.obligation
       where ended_at is null and (territory = $1 or starts_with(territory, $1 || '/'))
       union all
       select obligation_id, territory from oversight.noted_duty
       where territory = $1 or starts_with(territory, $1 || '/')
       order by id`,
      [territory],
    );
}
