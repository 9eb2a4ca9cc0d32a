import { allow, APPEAL, BASIS, HUMANS, type Row, type Rows } from './row.js';

const NOT_RESIDENTS = HUMANS.filter((role) => role !== 'resident') as unknown as Row['roles'];

/** Whoever may take volunteers in may call for them. */
const calling: Rows = [
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S16',
  }),
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S16',
  }),
];
const helping = { legalBasis: BASIS.volunteers, appeal: APPEAL.committee, seedRef: 'S16' } as const;
const told = { legalBasis: BASIS.disclosure, seedRef: 'S37' } as const;

export const helpRows = {
  CallForHelp: calling,
  SignUpForHelp: [
    allow(['resident'], { ...helping, scope: 'own-household' }),
    allow(['volunteer', 'social-organisation'], { ...helping, scope: 'territory' }),
  ],
  EndHelpCall: [
    ...calling,
    allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S43' }),
  ],
  SeeHelpCalls: [
    allow(['resident'], { ...told, scope: 'own-household', appeal: APPEAL.committee }),
    allow(NOT_RESIDENTS, { ...told, scope: 'territory', appeal: APPEAL.district }),
  ],
} as const satisfies Record<string, Rows>;
