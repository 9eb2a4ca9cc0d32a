import { allow, APPEAL, BASIS, bySystemOnly, forbid, HUMANS, type Row, type Rows } from './row.js';

const meeting = { scope: 'territory', legalBasis: BASIS.committee, appeal: APPEAL.subdistrict } as const;
const DOERS: Row['roles'] = ['property-firm', 'platform', 'pickup-station', 'transporter'];
const OFFICES_AND_DOERS: Row['roles'] = [...DOERS, 'residents-committee', 'subdistrict-office', 'district-office'];
const NOT_RESIDENTS = HUMANS.filter((role) => role !== 'resident') as unknown as Row['roles'];

export const pollsRows = {
  RecordDecision: [allow(['residents-committee'], { ...meeting, seedRef: 'S66' })],
  EndDecision: [
    allow(['residents-committee', 'subdistrict-office', 'district-office'], { ...meeting, seedRef: 'S66' }),
    forbid(DOERS, { legalBasis: BASIS.separation, appeal: APPEAL.committee, seedRef: 'S24' }),
  ],
  LapseDecision: bySystemOnly('S66'),
  OpenPoll: [
    allow(['residents-committee'], { ...meeting, seedRef: 'S40' }),
    // The office above does not ask in the committee's place.
    forbid(['subdistrict-office', ...DOERS], { legalBasis: BASIS.committee, appeal: APPEAL.committee, seedRef: 'S45' }),
  ],
  VoteInPoll: [
    allow(['resident'], { ...meeting, scope: 'own-household', seedRef: 'S64' }),
    forbid(OFFICES_AND_DOERS, { legalBasis: BASIS.committee, appeal: APPEAL.committee, seedRef: 'S64' }),
  ],
  ClosePoll: bySystemOnly('S64'),
  SeePolls: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.disclosure,
      appeal: APPEAL.committee,
      seedRef: 'S40',
    }),
    allow(NOT_RESIDENTS, { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S40' }),
  ],
} as const satisfies Record<string, Rows>;
