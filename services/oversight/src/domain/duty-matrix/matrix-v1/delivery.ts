import { lastMetreRows } from './last-metre.js';
import { allow, APPEAL, BASIS, bySystemOnly, forbid, oblige, type Row, type Rows } from './row.js';

const hands = { scope: 'territory', appeal: APPEAL.subdistrict, seedRef: 'S67' } as const;
const carriers: Row['roles'] = [
  'residents-committee',
  'property-firm',
  'pickup-station',
  'volunteer',
  'social-organisation',
];

const custody: Rows = [
  allow(carriers, { ...hands, legalBasis: BASIS.emergency }),
  allow(['transporter'], { ...hands, legalBasis: BASIS.emergency, seedRef: 'S69' }),
];

const keeping: Rows = [
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S57',
  }),
  allow(['property-firm', 'pickup-station'], {
    scope: 'own-organisation',
    legalBasis: BASIS.property,
    appeal: APPEAL.committee,
    seedRef: 'S81',
  }),
];

export const deliveryRows = {
  OpenStation: keeping,
  AmendStation: keeping,
  PlanParcel: bySystemOnly('S33'),
  PackParcel: [
    ...oblige(['property-firm'], {
      scope: 'territory',
      deadlineMinutes: 12 * 60,
      escalateTo: 'residents-committee',
      legalBasis: BASIS.property,
      appeal: APPEAL.committee,
      seedRef: 'S82',
    }),
    allow(['residents-committee', 'pickup-station'], { ...hands, legalBasis: BASIS.emergency, seedRef: 'S82' }),
    allow(['volunteer', 'social-organisation'], {
      ...hands,
      conditions: ['trained'],
      legalBasis: BASIS.volunteers,
      seedRef: 'S59',
    }),
    forbid(['platform'], { legalBasis: BASIS.emergency, appeal: APPEAL.committee, seedRef: 'S50' }),
  ],
  OfferParcel: custody,
  AcceptParcel: custody,
  HandOverParcel: [
    ...oblige(['pickup-station'], {
      scope: 'territory',
      deadlineMinutes: 12 * 60, // open hours
      escalateTo: 'residents-committee',
      legalBasis: BASIS.emergency,
      appeal: APPEAL.committee,
      seedRef: 'S81',
    }),
    allow(['residents-committee', 'property-firm'], { ...hands, legalBasis: BASIS.emergency, seedRef: 'S62' }),
    allow(['volunteer', 'social-organisation'], { ...hands, legalBasis: BASIS.volunteers, seedRef: 'S62' }),
    forbid(['platform'], { legalBasis: BASIS.emergency, appeal: APPEAL.committee, seedRef: 'S62' }),
  ],
  WithdrawParcel: bySystemOnly('S43'),
  ExpirePass: bySystemOnly('S62'),
  ...lastMetreRows,
} as const satisfies Record<string, Rows>;
