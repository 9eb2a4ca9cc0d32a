export const ROLES = [
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
  'system',
] as const;

export type Role = (typeof ROLES)[number];
