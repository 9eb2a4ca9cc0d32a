import { setTimeout as pause } from 'node:timers/promises';
import type { GrantLookup, Runtime } from '../../application/runtime.js';
import { grantOf } from './actors.query.js';

const WAIT_MS = 2000;
const STEP_MS = 100;

export function grantLookup(runtime: Runtime): GrantLookup {
  return async (grantId) => {
    for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += STEP_MS) {
      const row = await grantOf(runtime, grantId);
      if (row) return { actorId: row.actor_id, territory: row.actor_territory };
      await pause(STEP_MS);
    }
    return undefined;
  };
}
