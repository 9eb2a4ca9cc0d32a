import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, oblige, type Row, type Rows } from './row.js';

const counts = { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S43' } as const;
const answering = { scope: 'territory', legalBasis: BASIS.emergency, seedRef: 'S43' } as const;

const onDuty: Row['roles'] = [
  'property-firm',
  'pickup-station',
  'platform',
  'volunteer',
  'social-organisation',
  'grid-worker',
  'police',
  'transporter',
];
/** What exactly one may take over is the matter of that duty's own rules. */
const shifts: Rows = [
  allow(['residents-committee', ...onDuty], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.subdistrict,
    seedRef: 'S7',
  }),
  allow(['subdistrict-office', 'district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S58',
  }),
];

export const obligationsRows = {
  StartDuty: bySystemOnly('S42'),
  FulfilDuty: bySystemOnly('S42'),
  LapseDuty: bySystemOnly('S43'),
  EscalateDuty: bySystemOnly('S43'),
  ReviewDuty: bySystemOnly('S6'),
  // Whoever a breach is told to has a clock of their own. Nobody who carries policy out settles a breach.
  SettleBreach: [
    ...oblige(['residents-committee'], {
      ...answering,
      deadlineMinutes: 8 * 60,
      escalateTo: 'subdistrict-office',
      appeal: APPEAL.subdistrict,
    }),
    ...oblige(['subdistrict-office'], {
      ...answering,
      deadlineMinutes: 8 * 60,
      escalateTo: 'district-office',
      appeal: APPEAL.district,
    }),
    ...oblige(['district-office'], {
      ...answering,
      deadlineMinutes: 24 * 60,
      escalateTo: 'district-office',
      appeal: APPEAL.municipal,
    }),
    forbid(EXECUTING, { legalBasis: BASIS.separation, appeal: APPEAL.committee, seedRef: 'S24' }),
  ],
  ClaimDuty: shifts,
  ReleaseDuty: shifts,
  WatchCoverage: bySystemOnly('S61'),
  SeeCoverage: [
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S61' }),
    allow(['residents-committee', ...onDuty], { ...counts, seedRef: 'S58', appeal: APPEAL.subdistrict }),
  ],
  SeeObligations: [
    allow(['district-office', 'subdistrict-office'], counts),
    allow(['residents-committee'], { ...counts, appeal: APPEAL.subdistrict }),
    allow(['property-firm', 'platform', 'pickup-station', 'transporter', 'volunteer', 'social-organisation'], {
      ...counts,
      scope: 'own-organisation',
      appeal: APPEAL.committee,
    }),
  ],
} as const satisfies Record<string, Rows>;
