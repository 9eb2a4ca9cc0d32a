import type { HowMuch } from '@baogong/kernel';
import type { Dimension } from './extent.js';

/** One way in which a rule falls short of what lies above it, or goes beyond what it was given. */
export interface Difference {
  /** `lost`: no longer permitted. `less`: less often. `protected`: asks what nobody may ask. `beyond-range`: not delegated. */
  kind: 'lost' | 'less' | 'protected' | 'beyond-range';
  /** The clause above that is cut short; for a criterion that takes nothing away, the clause that asks for it. */
  clause: string;
  dimension: Dimension | 'how-much' | 'all';
  /** What of the dimension it is about, in the words of the language; `not:` before what is left out. */
  values: string[];
  /** Where only some of the clause is meant: the other dimensions in which that part is smaller. */
  within?: { dimension: Dimension; values: string[] }[];
  /** Clauses that counted for themselves and would now be counted together with it. */
  together?: string[];
  floor?: HowMuch;
  asked?: HowMuch;
}
