import { allow, APPEAL, BASIS, bySystemOnly, EVERYBODY, forbid, oblige, type Row, type Rows } from './row.js';

const assisted: Row['roles'] = [
  'residents-committee',
  'property-firm',
  'pickup-station',
  'volunteer',
  'social-organisation',
];

/** Placing, amending and cancelling: the household's right, with the desk's help where it asks for it. */
const ordering: Rows = [
  allow(['resident'], {
    scope: 'own-household',
    legalBasis: BASIS.disease,
    appeal: APPEAL.committee,
    seedRef: 'S33',
  }),
  allow(assisted, { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.subdistrict, seedRef: 'S11' }),
  allow(['platform'], {
    scope: 'territory',
    conditions: ['recorded-consent'],
    legalBasis: BASIS.consent,
    appeal: APPEAL.committee,
    seedRef: 'S81',
  }),
  forbid(['district-office', 'subdistrict-office', 'transporter'], {
    legalBasis: BASIS.committee,
    appeal: APPEAL.district,
    seedRef: 'S45',
  }),
];

const rounds: Rows = [
  allow(['residents-committee', 'property-firm', 'platform'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S41',
  }),
  forbid(['pickup-station', 'volunteer', 'resident', 'transporter'], {
    legalBasis: BASIS.committee,
    appeal: APPEAL.committee,
    seedRef: 'S50',
  }),
  forbid(['subdistrict-office'], { legalBasis: BASIS.committee, appeal: APPEAL.district, seedRef: 'S45' }),
];

/** The register of who lives where is the committee's: to begin it and to correct it. */
const register: Rows = [
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S23',
  }),
];

const secrets: Rows = [
  ...oblige(['residents-committee', 'property-firm'], {
    scope: 'territory',
    deadlineMinutes: 60,
    escalateTo: 'district-office',
    legalBasis: BASIS.fairness,
    appeal: APPEAL.subdistrict,
    seedRef: 'S52',
  }),
  ...oblige(['resident'], {
    scope: 'territory',
    conditions: ['chosen-representative'],
    deadlineMinutes: 60,
    escalateTo: 'residents-committee',
    legalBasis: BASIS.fairness,
    appeal: APPEAL.subdistrict,
    seedRef: 'S52',
  }),
  allow(['district-office'], {
    scope: 'territory',
    conditions: ['audit-only'],
    legalBasis: BASIS.fairness,
    appeal: APPEAL.municipal,
    seedRef: 'S52',
  }),
  // Whoever sells takes no part in the draw.
  forbid(['platform'], { legalBasis: BASIS.fairness, appeal: APPEAL.committee, seedRef: 'S52' }),
];

/** Whoever supplies may have itself told; which supplier a webhook belongs to is a fact of the webhook. */
const webhooks: Rows = [
  allow(['platform', 'property-firm', 'residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.commerce,
    appeal: APPEAL.subdistrict,
    seedRef: 'S68',
  }),
];

export const ordersRows = {
  RegisterHousehold: register,
  AmendHousehold: register,
  RecordConsent: [
    allow(['resident'], {
      scope: 'own-household',
      legalBasis: BASIS.consent,
      appeal: APPEAL.committee,
      seedRef: 'S78',
    }),
    allow(['residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.consent,
      appeal: APPEAL.subdistrict,
      seedRef: 'S11',
    }),
    forbid(['platform'], { legalBasis: BASIS.consent, appeal: APPEAL.committee, seedRef: 'S78' }),
  ],
  OpenRound: rounds,
  CloseRound: [
    ...rounds,
    allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S33' }),
  ],
  FixRequests: bySystemOnly('S52', BASIS.fairness),
  AllocateRound: [
    ...rounds,
    allow(['system'], { scope: 'city', legalBasis: BASIS.fairness, appeal: APPEAL.district, seedRef: 'S52' }),
  ],
  PlaceOrder: ordering,
  AmendOrder: ordering,
  CancelOrder: ordering,
  GrantOrder: bySystemOnly('S52', BASIS.fairness),
  ConfirmOrder: bySystemOnly('S33'),
  CompleteCancellation: bySystemOnly('S43'),
  MissRound: bySystemOnly('S43'),
  FulfilOrder: bySystemOnly('S24'),
  LapseOrder: bySystemOnly('S43'),
  RecordSettlement: [
    allow(['platform', 'property-firm', 'residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.price,
      appeal: APPEAL.committee,
      seedRef: 'S68',
    }),
    forbid(['resident', 'volunteer', 'transporter'], {
      legalBasis: BASIS.price,
      appeal: APPEAL.committee,
      seedRef: 'S24',
    }),
  ],
  RecordVulnerability: [
    allow(['residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.privacy,
      appeal: APPEAL.subdistrict,
      seedRef: 'S23',
    }),
  ],
  CommitSeed: secrets,
  RevealSeed: secrets,
  PreferOwnCustomers: [forbid(EVERYBODY, { legalBasis: BASIS.fairness, appeal: APPEAL.district, seedRef: 'S52' })],
  RegisterWebhook: webhooks,
  RotateWebhookSecret: webhooks,
  DisableWebhook: webhooks,
  EnableWebhook: webhooks,
  SuspendWebhook: bySystemOnly('S68'),
  ReplayWebhook: webhooks,
} as const satisfies Record<string, Rows>;
