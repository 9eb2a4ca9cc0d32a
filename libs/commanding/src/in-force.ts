import type { DutyMatrix, Posture, RiskLevel } from '@baogong/duties';
import type { PolicyInForce } from '@baogong/kernel';

/** What is in force at a place, read at one moment: a command is judged and decided by one of these. */
export interface InForce {
  matrix: DutyMatrix;
  /** Of the policy in force at the place; 0 where none was issued. */
  policyVersion: number;
  /** What that version says; missing where this service knows of a version that it has not seen yet. */
  policy?: PolicyInForce;
  posture: Posture;
  risk: RiskLevel;
  rationing?: Rationing;
  incident?: string;
}

/** How much one household may ask for while the posture lasts. */
export interface Rationing {
  perItem: number;
}
