import { allow, APPEAL, BASIS, bySystemOnly, forbid, type Row, type Rows } from './row.js';

const executing: Row['roles'] = [
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

/** Powers over roles are not delegable to those who execute policy. */
const registry: Rows = [
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: 'municipal command',
    seedRef: 'S1',
  }),
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S16',
  }),
  allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S1' }),
  forbid(executing, { legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S47' }),
];

const policy: Rows = [
  allow(['district-office'], {
    scope: 'city',
    legalBasis: BASIS.emergency,
    appeal: 'municipal command',
    seedRef: 'S83',
  }),
  forbid([...executing, 'subdistrict-office'], {
    legalBasis: BASIS.emergency,
    appeal: APPEAL.district,
    seedRef: 'S84',
  }),
  forbid(['residents-committee'], {
    legalBasis: BASIS.emergency,
    appeal: 'propose it to the district office',
    seedRef: 'S26',
  }),
];

export const oversightRows = {
  RegisterActor: registry,
  GrantRole: registry,
  WithdrawRole: registry,
  ActivateDutyMatrix: [
    ...policy,
    allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S83' }),
  ],
  SwitchPosture: policy,
  RecordRefusals: bySystemOnly('S84'),
} as const satisfies Record<string, Rows>;
