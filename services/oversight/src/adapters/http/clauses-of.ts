import type { Clause } from '@baogong/kernel';
import type { ClauseBody } from './clauses.dto.js';

/** Bodies as plain data: what goes into the log is what was said, and nothing of the classes it came in. */
export function clausesOf(bodies: readonly ClauseBody[]): Clause[] {
  return JSON.parse(JSON.stringify(bodies)) as Clause[];
}
