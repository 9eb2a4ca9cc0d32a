import type { Modality, Posture, Role, Scope } from '../rule.js';

/** A line of the duty matrix: what one modality means for some roles. `rulesOf` makes one rule per role of it. */
export interface Row {
  roles: readonly [Role, ...Role[]];
  modality: Modality;
  scope: Scope;
  /** Missing means in every posture. */
  postures?: readonly Posture[];
  deadlineMinutes?: number;
  escalateTo?: Role;
  legalBasis: string;
  appeal: string;
  seedRef: string;
}

/** An empty list of rows would be a hole in the law: it does not compile. */
export type Rows = readonly [Row, ...Row[]];

export const OUTSIDE_CRISIS: readonly Posture[] = ['normal', 'recovery'];
export const IN_CRISIS: readonly Posture[] = ['alert', 'lockdown'];

export const BASIS = {
  committee: 'Organic Law of Urban Residents Committees (城市居民委员会组织法), article 3',
  emergency: 'Emergency Response Law (突发事件应对法): duties of local government and communities',
  disease: 'Law on Prevention and Treatment of Infectious Diseases (传染病防治法): supply under closure',
  property: 'Property Management Regulations (物业管理条例): duties under the service contract',
  commerce: 'E-Commerce Law (电子商务法), article 17: true and timely information on goods',
  food: 'Food Safety Law (食品安全法), article 53: inspection of goods received',
  price: 'Price Law (价格法), article 13: marked prices',
  privacy: 'Personal Information Protection Law (个人信息保护法), article 6: purpose and least scope',
  consent: 'Personal Information Protection Law (个人信息保护法), article 13: consent',
  volunteers: 'Volunteer Service Regulations (志愿服务条例)',
  disclosure: 'Regulations on Open Government Information (政府信息公开条例)',
  fairness: 'Rules of Baogong on fair allocation: nobody touches requests or draw by hand',
  machinery: 'Rules of Baogong on processes: a recorded fact leads to this step and nobody else takes it',
} as const;

export const APPEAL = {
  district: 'district office',
  subdistrict: 'sub-district office',
  committee: 'residents committee, then sub-district office',
} as const;

type Terms = Pick<Row, 'scope' | 'legalBasis' | 'appeal' | 'seedRef'> & Partial<Row>;

export function allow(roles: Row['roles'], terms: Terms): Row {
  return { ...terms, roles, modality: 'allowed' };
}

export function forbid(roles: Row['roles'], terms: Omit<Terms, 'scope'>): Row {
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

const HUMANS: Row['roles'] = [
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

/** A step that follows from a recorded fact: the system takes it, and no person may in its place. */
export function bySystemOnly(seedRef: string, legalBasis: string = BASIS.machinery): Rows {
  const appeal = APPEAL.district;
  return [
    allow(['system'], { scope: 'city', legalBasis, appeal, seedRef }),
    forbid(HUMANS, { legalBasis, appeal, seedRef }),
  ];
}
