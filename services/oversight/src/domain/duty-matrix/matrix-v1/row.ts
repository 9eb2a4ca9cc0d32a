import type { Condition, Modality, Posture, Risk, Role, Scope } from '../rule.js';
import { APPEAL, BASIS, type TextKey } from './words.js';

export { APPEAL, BASIS };

/** A line of the duty matrix: what one modality means for some roles. `rulesOf` makes one rule per role of it. */
export interface Row {
  roles: readonly [Role, ...Role[]];
  modality: Modality;
  scope: Scope;
  /** Missing means in every posture. */
  postures?: readonly Posture[];
  /** Missing means at every level of risk. */
  risks?: readonly Risk[];
  conditions?: readonly Condition[];
  /** Tells rules of one role and action apart; part of the id. */
  as?: string;
  deadlineMinutes?: number;
  escalateTo?: Role;
  legalBasis: TextKey;
  appeal: TextKey;
  seedRef: string;
}

/** An empty list of rows would be a hole in the law: it does not compile. */
export type Rows = readonly [Row, ...Row[]];

export const OUTSIDE_CRISIS: readonly Posture[] = ['normal', 'recovery'];
export const IN_CRISIS: readonly Posture[] = ['alert', 'lockdown'];

type Terms = Pick<Row, 'scope' | 'legalBasis' | 'appeal' | 'seedRef'> & Partial<Row>;

export function allow(roles: Row['roles'], terms: Terms): Row {
  return { ...terms, roles, modality: 'allowed' };
}

export function forbid(roles: Row['roles'], terms: Omit<Terms, 'scope' | 'conditions'>): Row {
  return { scope: 'city', ...terms, roles, modality: 'forbidden' };
}

/** An obligation while the crisis lasts; outside it the same roles may, but no clock runs. */
export function oblige(
  roles: Row['roles'],
  terms: Terms & { deadlineMinutes: number; escalateTo: Role },
): readonly [Row, Row] {
  const { deadlineMinutes, escalateTo, ...rest } = terms;
  return [
    { ...rest, roles, modality: 'obliged', postures: IN_CRISIS, deadlineMinutes, escalateTo },
    { ...rest, roles, modality: 'allowed', postures: OUTSIDE_CRISIS },
  ];
}

/** Those who carry policy out. */
export const EXECUTING: Row['roles'] = [
  'property-firm',
  'platform',
  'pickup-station',
  'volunteer',
  'resident',
  'transporter',
  'social-organisation',
  'police',
  'grid-worker',
];

export const HUMANS: Row['roles'] = [
  'district-office',
  'subdistrict-office',
  'residents-committee',
  'property-firm',
  'platform',
  'pickup-station',
  'volunteer',
  'resident',
  'transporter',
  'social-organisation',
  'police',
  'grid-worker',
];

export const EVERYBODY: Row['roles'] = [...HUMANS, 'system'];

/**
 * A step that follows from a recorded fact: the system takes it, and no person may in its place. No rule says the latter:
 * what no rule allows is refused, and twelve prohibitions an action would fill the event that carries the document.
 */
export function bySystemOnly(seedRef: string, legalBasis: TextKey = BASIS.machinery): Rows {
  return [allow(['system'], { scope: 'city', legalBasis, appeal: APPEAL.district, seedRef })];
}
