import { allow, APPEAL, BASIS, EXECUTING, forbid, type Rows } from './row.js';

/** Powers over roles are not delegable to those who execute policy. */
const registry: Rows = [
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S1',
  }),
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S16',
  }),
  allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S1' }),
  forbid(EXECUTING, { legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S47' }),
];

const delegating: Rows = [
  allow(['residents-committee', 'property-firm', 'platform', 'pickup-station', 'social-organisation', 'transporter'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.committee,
    seedRef: 'S47',
  }),
  allow(['district-office', 'subdistrict-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S47',
  }),
  forbid(['volunteer', 'resident', 'police', 'grid-worker'], {
    legalBasis: BASIS.emergency,
    appeal: APPEAL.committee,
    seedRef: 'S47',
  }),
];

/** A household speaks for itself; its committee writes down the consent of one that cannot. */
const proxies: Rows = [
  allow(['resident'], {
    scope: 'own-household',
    legalBasis: BASIS.consent,
    appeal: APPEAL.committee,
    seedRef: 'S3',
  }),
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.consent,
    appeal: APPEAL.subdistrict,
    seedRef: 'S11',
  }),
  forbid(['property-firm', 'platform', 'pickup-station', 'volunteer', 'transporter'], {
    legalBasis: BASIS.consent,
    appeal: APPEAL.committee,
    seedRef: 'S78',
  }),
];

export const registryRows = {
  RegisterActor: registry,
  GrantRole: registry,
  WithdrawRole: registry,
  RegisterTerritory: [
    allow(['district-office'], {
      scope: 'territory',
      legalBasis: BASIS.emergency,
      appeal: APPEAL.municipal,
      seedRef: 'S4',
    }),
    allow(['residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.committee,
      appeal: APPEAL.subdistrict,
      seedRef: 'S12',
    }),
    forbid(EXECUTING, { legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S47' }),
  ],
  DelegateDuty: delegating,
  RevokeDelegation: delegating,
  AppointProxy: proxies,
  RevokeProxy: proxies,
} as const satisfies Record<string, Rows>;
