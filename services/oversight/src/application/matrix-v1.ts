import type { Action, DutyMatrix } from '@baogong/duties';
import { rowsV1, rulesOf } from '../domain/duty-matrix/matrix-v1/matrix-v1.js';
import type { Rows } from '../domain/duty-matrix/matrix-v1/row.js';
import { TEXTS } from '../domain/duty-matrix/matrix-v1/words.js';

/** The type is the guard: an action without a row does not compile, and neither does a row for no action. */
const complete: Record<Action, Rows> & Record<Exclude<keyof typeof rowsV1, Action>, never> = rowsV1;

/** Rises with each change of the rows that is released: installations that hold an earlier one take it over at their start. */
const EDITION = 2;

/** The document that Baogong brings. */
export const matrixV1: DutyMatrix = { version: 1, edition: EDITION, rules: rulesOf<Action>(complete), texts: TEXTS };
