import type { Action } from './actions.js';
import type { Role } from './roles.js';

export type Posture = 'normal' | 'alert' | 'lockdown' | 'recovery';
export type Modality = 'allowed' | 'obliged' | 'forbidden';

/** How far a rule reaches: the grant's territory, one's own household, one's own organisation, or the whole city. */
export type DutyScope = 'territory' | 'own-household' | 'own-organisation' | 'city';

export interface DutyRule {
  id: string;
  role: Role;
  action: Action;
  modality: Modality;
  postures: Posture[];
  scope: DutyScope;
  deadlineMinutes?: number;
  escalateTo?: Role;
  legalBasis: string;
  /** Whom the refused may turn to. */
  appeal: string;
  /** The S number of the requirement the rule comes from. */
  seedRef: string;
  /** Inclusive, RFC 3339 UTC. */
  validFrom: string;
  /** Exclusive; missing means without end. */
  validTo?: string;
}

export interface DutyMatrix {
  version: number;
  rules: DutyRule[];
}
