/**
 * What each granting side may hand out, as data. The duty matrix says who may grant at all; this says what: a committee
 * lets residents and volunteers in, offices and organisations are the district's, and policy powers are nobody's to pass on.
 */
const GRANTABLE: Record<string, readonly string[]> = {
  'district-office': [
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
    'district-office',
  ],
  'residents-committee': ['resident', 'volunteer'],
  // The first district office at installation, residents as households register, and whoever answered a call for help.
  system: ['resident', 'district-office', 'volunteer'],
};

export function mayBeGrantedBy(granter: string, role: string): boolean {
  return GRANTABLE[granter]?.includes(role) ?? false;
}

/** Who is no part of the community's own order comes for a time. */
const FROM_OUTSIDE: readonly string[] = ['platform', 'transporter', 'social-organisation', 'volunteer'];

/** How long a grant to one of them lasts that names no end, and at most. */
export const OUTSIDE_DAYS = 90;
export const OUTSIDE_DAYS_MAX = 366;

export const isFromOutside = (role: string): boolean => FROM_OUTSIDE.includes(role);
