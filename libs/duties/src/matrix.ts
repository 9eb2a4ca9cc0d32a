import type { Action } from './actions.js';
import type { Condition } from './conditions.js';
import type { Role } from './roles.js';

export const POSTURES = ['normal', 'alert', 'lockdown', 'recovery'] as const;
export type Posture = (typeof POSTURES)[number];

/** How dangerous a community is at present, whatever the posture of its district. */
export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
/** Where nobody has set one. */
export const DEFAULT_RISK: RiskLevel = 'medium';

export const MODALITIES = ['allowed', 'obliged', 'forbidden'] as const;
export type Modality = (typeof MODALITIES)[number];

/** How far a rule reaches: the grant's territory, one's own household, one's own organisation, or the whole city. */
export const SCOPES = ['territory', 'own-household', 'own-organisation', 'city'] as const;
export type DutyScope = (typeof SCOPES)[number];

export interface DutyRule {
  id: string;
  role: Role;
  action: Action;
  modality: Modality;
  /** Missing means in every one. */
  postures?: Posture[];
  /** Missing means at every level. */
  risks?: RiskLevel[];
  scope: DutyScope;
  /** All must hold. A forbidding rule has none. */
  conditions?: Condition[];
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

export interface Bilingual {
  zh: string;
  en: string;
}

export interface DutyMatrix {
  version: number;
  /** Which of the documents that Baogong brings this is; missing where the district wrote its own. */
  edition?: number;
  rules: DutyRule[];
  /** What the keys in `legalBasis` and `appeal` stand for; a rule may also carry a text of its own. */
  texts?: Record<string, Bilingual>;
}
