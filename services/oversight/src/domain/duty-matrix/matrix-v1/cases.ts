import { pollsRows } from './polls.js';
import { allow, APPEAL, BASIS, bySystemOnly, forbid, type Row, type Rows } from './row.js';

const answer = { scope: 'territory', legalBasis: BASIS.disclosure } as const;
const EVERYDAY_DOERS: Row['roles'] = ['property-firm', 'platform', 'pickup-station', 'transporter'];

/** Second persons: whoever may look for themselves at what others say was done. */
const LOOKING: Row['roles'] = [
  'residents-committee',
  'subdistrict-office',
  'volunteer',
  'social-organisation',
  'grid-worker',
];

/** Whoever meets people in need may write it down for them. */
const ON_BEHALF: Row['roles'] = [...LOOKING, ...EVERYDAY_DOERS, 'district-office', 'police'];

/** What somebody asked for is answered in quiet times too: this clock does not wait for a crisis. */
function always(roles: Row['roles'], terms: Omit<Row, 'roles' | 'modality'> & { deadlineMinutes: number }): Row {
  return { ...terms, roles, modality: 'obliged' };
}

export const casesRows = {
  OpenCase: [
    allow(ON_BEHALF, { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S70' }),
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.disclosure,
      appeal: APPEAL.district,
      seedRef: 'S70',
    }),
    // A rule that nobody could show becomes a case by itself.
    allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S48' }),
  ],
  AnswerCase: [
    always(EVERYDAY_DOERS, {
      ...answer,
      deadlineMinutes: 4 * 60,
      escalateTo: 'residents-committee',
      appeal: APPEAL.committee,
      seedRef: 'S70',
    }),
    always(['residents-committee'], {
      ...answer,
      deadlineMinutes: 8 * 60,
      escalateTo: 'district-office',
      appeal: APPEAL.subdistrict,
      seedRef: 'S43',
    }),
    always(['district-office'], {
      ...answer,
      deadlineMinutes: 24 * 60,
      escalateTo: 'district-office',
      appeal: APPEAL.municipal,
      seedRef: 'S43',
    }),
    allow(['subdistrict-office'], { ...answer, appeal: APPEAL.district, seedRef: 'S45' }),
  ],
  StateCase: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.committee,
      seedRef: 'S63',
    }),
    allow([...EVERYDAY_DOERS, 'residents-committee', 'social-organisation'], {
      scope: 'territory',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.subdistrict,
      seedRef: 'S63',
    }),
  ],
  VerifyCaseFact: [
    allow(LOOKING, { scope: 'territory', legalBasis: BASIS.committee, appeal: APPEAL.subdistrict, seedRef: 'S23' }),
    forbid(EVERYDAY_DOERS, { legalBasis: BASIS.separation, appeal: APPEAL.committee, seedRef: 'S24' }),
  ],
  VisitCase: [
    allow([...LOOKING, 'district-office'], {
      scope: 'territory',
      legalBasis: BASIS.separation,
      appeal: APPEAL.subdistrict,
      seedRef: 'S24',
    }),
    forbid(EVERYDAY_DOERS, { legalBasis: BASIS.separation, appeal: APPEAL.committee, seedRef: 'S24' }),
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
    always(['residents-committee'], {
      scope: 'territory',
      deadlineMinutes: 24 * 60,
      escalateTo: 'subdistrict-office',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.subdistrict,
      seedRef: 'S51',
    }),
    always(['subdistrict-office'], {
      scope: 'territory',
      deadlineMinutes: 24 * 60,
      escalateTo: 'subdistrict-office',
      legalBasis: BASIS.mediation,
      appeal: APPEAL.district,
      seedRef: 'S20',
    }),
    allow(['social-organisation'], {
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
  EscalateCase: bySystemOnly('S43', BASIS.separation),
  MissStatement: bySystemOnly('S63', BASIS.mediation),
  SeeCases: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.privacy,
      appeal: APPEAL.committee,
      seedRef: 'S78',
    }),
    allow(EVERYDAY_DOERS, {
      scope: 'own-organisation',
      legalBasis: BASIS.disclosure,
      appeal: APPEAL.committee,
      seedRef: 'S70',
    }),
    allow([...LOOKING, 'district-office'], {
      scope: 'territory',
      legalBasis: BASIS.disclosure,
      appeal: APPEAL.district,
      seedRef: 'S5',
    }),
  ],
  ...pollsRows,
} as const satisfies Record<string, Rows>;
