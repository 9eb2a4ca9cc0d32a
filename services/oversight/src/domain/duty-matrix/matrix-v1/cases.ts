import { allow, APPEAL, BASIS, forbid, HUMANS, oblige, type Rows } from './row.js';

const answer = { scope: 'territory', legalBasis: BASIS.disclosure } as const;

export const casesRows = {
  OpenCase: [
    allow(HUMANS, { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S70' }),
  ],
  AnswerCase: [
    ...oblige(['property-firm', 'platform', 'pickup-station', 'transporter'], {
      ...answer,
      deadlineMinutes: 4 * 60,
      escalateTo: 'residents-committee',
      appeal: APPEAL.committee,
      seedRef: 'S70',
    }),
    ...oblige(['residents-committee'], {
      ...answer,
      deadlineMinutes: 8 * 60,
      escalateTo: 'subdistrict-office',
      appeal: APPEAL.subdistrict,
      seedRef: 'S43',
    }),
    ...oblige(['district-office'], {
      ...answer,
      deadlineMinutes: 24 * 60,
      escalateTo: 'district-office',
      appeal: APPEAL.municipal,
      seedRef: 'S43',
    }),
    allow(['subdistrict-office'], { ...answer, appeal: APPEAL.district, seedRef: 'S45' }),
  ],
  CloseCase: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.separation,
      appeal: APPEAL.committee,
      seedRef: 'S70',
    }),
    // A case that nobody answers for a long time, with an audit sample.
    allow(['system'], { scope: 'city', legalBasis: BASIS.separation, appeal: APPEAL.district, seedRef: 'S43' }),
    forbid(
      [
        'district-office',
        'subdistrict-office',
        'residents-committee',
        'property-firm',
        'platform',
        'pickup-station',
        'volunteer',
        'transporter',
        'social-organisation',
        'police',
        'grid-worker',
      ],
      { legalBasis: BASIS.separation, appeal: APPEAL.district, seedRef: 'S24' },
    ),
  ],
  ReopenCase: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.separation,
      appeal: APPEAL.committee,
      seedRef: 'S70',
    }),
  ],
  MediateDispute: [
    ...oblige(['residents-committee'], {
      scope: 'territory',
      deadlineMinutes: 24 * 60,
      escalateTo: 'subdistrict-office',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.subdistrict,
      seedRef: 'S51',
    }),
    allow(['subdistrict-office', 'social-organisation'], {
      scope: 'territory',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.district,
      seedRef: 'S20',
    }),
    // A party to the dispute is not its mediator.
    forbid(['property-firm', 'platform', 'resident'], {
      legalBasis: BASIS.mediation,
      appeal: APPEAL.committee,
      seedRef: 'S51',
    }),
  ],
} as const satisfies Record<string, Rows>;
