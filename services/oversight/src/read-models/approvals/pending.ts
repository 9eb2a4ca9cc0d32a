import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';

/** Approvals that wait at a place or below it. */
export function pendingUnder(runtime: Runtime) {
  return (territory: Territory): Promise<{ id: string; territory: Territory }[]> =>
    rowsOf(
      runtime,
      `select approval_id as id, territory from oversight.approval
       where status = 'pending' and (territory = $1 or starts_with(territory, $1 || '/')) order by approval_id`,
      [territory],
    );
}
