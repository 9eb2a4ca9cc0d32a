import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

/** Obligations with a clock at a place or below it. */
export function runningUnder(runtime: Runtime) {
  return (territory: Territory): Promise<{ id: string; territory: Territory }[]> =>
    rowsOf(
      runtime,
      `select obligation_id as id, territory from oversight.obligation
       where ended_at is null and (territory = $1 or starts_with(territory, $1 || '/')) order by obligation_id`,
      [territory],
    );
}
