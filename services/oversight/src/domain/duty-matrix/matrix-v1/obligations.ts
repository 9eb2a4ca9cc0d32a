import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, oblige, type Rows } from './row.js';

const counts = { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S43' } as const;
const answering = { scope: 'territory', legalBasis: BASIS.emergency, seedRef: 'S43' } as const;

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
  ClaimDuty: [
    allow(
      [
        'residents-committee',
        'property-firm',
        'pickup-station',
        'volunteer',
        'social-organisation',
        'grid-worker',
        'transporter',
      ],
      { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.subdistrict, seedRef: 'S7' },
    ),
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
