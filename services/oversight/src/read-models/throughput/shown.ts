import { LEAST_COUNT } from '../masking.js';
import { GOODS_STAGES } from './stages.js';

const GOODS = GOODS_STAGES.map((stage) => `'${stage}'`).join(', ');

/**
 * Which cells, of one stage in one community and hour, may be told. Every sum is a sum of cells that may be told: so no
 * two questions, however near each other, differ by a cell that may not.
 * @param count the column that says how many orders are in the cell
 * @param persons the parameter that says whether the reader sees persons, such as `$4`
 */
export const shown = (count: string, persons: string): string =>
  `(${persons}::boolean or ${count} >= ${LEAST_COUNT} or stage in (${GOODS}))`;
