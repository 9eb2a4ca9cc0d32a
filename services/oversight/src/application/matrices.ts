import { sealMatrix, type Caller, type CommandResult } from '@baogong/commanding';
import { ACTIONS, AWAITED_ACTIONS, isEvaluated, type Action, type DutyMatrix } from '@baogong/duties';
import type { Territory } from '@baogong/kernel';
import {
  dutyMatrix,
  type DutyMatrixCommand,
  type DutyMatrixState,
  type Unevaluated,
} from '../domain/duty-matrix/duty-matrix.js';
import { matrixV1 } from './matrix-v1.js';
import type { Runtime } from './runtime.js';
import { matrixStream } from './streams.js';

/** What Baogong brings, for a district that wrote its own. */
export interface Offered {
  edition: number;
  /** What services ask about and the district's document says nothing of: refused to everybody. */
  actionsWithoutRule: Action[];
}

export const builtIn = (version: number): DutyMatrix & { edition: number } => ({
  ...matrixV1,
  edition: EDITION,
  version,
});

const EDITION = matrixV1.edition!;

export const isOutdated = ({ edition = EDITION }: DutyMatrixState): boolean => edition < EDITION;

export function offeredBeside({ edition, rules }: DutyMatrix): Offered | undefined {
  if (edition === EDITION) return undefined;
  const known = new Set(rules.map(({ action }) => action));
  return { edition: EDITION, actionsWithoutRule: ACTIONS.filter((action) => !known.has(action)) };
}

export function activationOf({ keys }: Runtime, matrix: DutyMatrix): DutyMatrixCommand['data'] {
  const sealed = sealMatrix(matrix, keys.matrixSigning);
  return { ...matrix, actions: ACTIONS, unevaluated: unevaluatedIn(matrix), sealed };
}

/** Conditions that nobody looks at where somebody asks; what no command does yet is asked by nobody. */
export function unevaluatedIn({ rules }: DutyMatrix): Unevaluated[] {
  return rules
    .filter(({ action }) => !AWAITED_ACTIONS.includes(action))
    .flatMap(({ id, action, conditions = [] }) => {
      const blind = conditions.filter((condition) => !isEvaluated(condition, action));
      return blind.map((condition) => ({ rule: id, condition }));
    });
}

/** A document of the district's own, or the one that Baogong brings. */
export function activateMatrix(
  runtime: Runtime,
  caller: Caller,
  { district, matrix }: { district: Territory; matrix: DutyMatrix },
): Promise<CommandResult> {
  return runtime.desk.handle({
    action: 'ActivateDutyMatrix',
    caller,
    stream: matrixStream(district),
    decider: dutyMatrix,
    data: () => activationOf(runtime, matrix),
  });
}
