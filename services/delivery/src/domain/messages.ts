import type { By } from '@baogong/decider';
import type { Instant } from '@baogong/kernel';

/** A domain event: what happened, when. */
export interface Said<T extends string, D> {
  type: T;
  at: Instant;
  data: D;
}

/** A domain command: what is asked, when and by whom. */
export type Asked<T extends string, D> = Said<T, D> & { by: By };
