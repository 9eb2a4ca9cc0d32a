import type { Action, DutyMatrix } from '@baogong/duties';
import { rowsV1, rulesOf } from '../domain/duty-matrix/matrix-v1/matrix-v1.js';
import type { Rows } from '../domain/duty-matrix/matrix-v1/row.js';
import { TEXTS } from '../domain/duty-matrix/matrix-v1/words.js';

/** The type is the guard: an action without a row does not compile, and neither does a row for no action. */
const complete: Record<Action, Rows> & Record<Exclude<keyof typeof rowsV1, Action>, never> = rowsV1;

export const matrixV1: DutyMatrix = { version: 1, rules: rulesOf<Action>(complete), texts: TEXTS };
