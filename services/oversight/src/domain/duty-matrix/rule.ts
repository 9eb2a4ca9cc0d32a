import type { Instant } from '@baogong/kernel';

/** The words of the document. The application holds them against those the services evaluate; they cannot drift. */
export type Role =
  | 'district-office'
  | 'subdistrict-office'
  | 'residents-committee'
  | 'property-firm'
  | 'platform'
  | 'pickup-station'
  | 'volunteer'
  | 'resident'
  | 'transporter'
  | 'social-organisation'
  | 'police'
  | 'grid-worker'
  | 'system';
export type Posture = 'normal' | 'alert' | 'lockdown' | 'recovery';
export type Modality = 'allowed' | 'obliged' | 'forbidden';
export type Risk = 'low' | 'medium' | 'high';
export type Condition =
  | 'named-consignee'
  | 'under-lead'
  | 'trained'
  | 'recorded-consent'
  | 'delegated-range'
  | 'medicine'
  | 'neighbour'
  | 'chosen-representative'
  | 'own-task'
  | 'stated-purpose'
  | 'audit-only'
  | 'as-fallback';
export type Scope = 'territory' | 'own-household' | 'own-organisation' | 'city';

export interface Rule<A extends string = string> {
  id: string;
  role: Role;
  action: A;
  modality: Modality;
  /** Missing means in every one. */
  postures?: Posture[];
  risks?: Risk[];
  scope: Scope;
  conditions?: Condition[];
  deadlineMinutes?: number;
  escalateTo?: Role;
  legalBasis: string;
  appeal: string;
  seedRef: string;
  validFrom: Instant;
  validTo?: Instant;
}
