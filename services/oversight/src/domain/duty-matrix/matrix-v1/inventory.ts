import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, oblige, type Rows } from './row.js';

const own = { scope: 'own-organisation', appeal: APPEAL.committee } as const;

const recalling = { scope: 'territory', legalBasis: BASIS.recall } as const;
const keepers = { ...recalling, appeal: APPEAL.committee } as const;

/** Disinfecting is part of the two hours that the named consignee has. */
const disinfecting: Rows = [
  ...oblige(['property-firm', 'pickup-station'], {
    ...keepers,
    conditions: ['named-consignee'],
    deadlineMinutes: 120,
    escalateTo: 'residents-committee',
    legalBasis: BASIS.food,
    seedRef: 'S27',
  }),
  allow(['residents-committee'], { ...recalling, legalBasis: BASIS.food, appeal: APPEAL.subdistrict, seedRef: 'S27' }),
  allow(['volunteer'], { ...keepers, conditions: ['under-lead'], legalBasis: BASIS.volunteers, seedRef: 'S56' }),
];

/** Only the district takes goods or vans, against a receipt. */
const requisition: Rows = [
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.requisition,
    appeal: APPEAL.municipal,
    seedRef: 'S74',
  }),
  forbid(['subdistrict-office', 'residents-committee', ...EXECUTING], {
    legalBasis: BASIS.requisition,
    appeal: APPEAL.district,
    seedRef: 'S74',
  }),
];

export const inventoryRows = {
  AnnounceSupply: [
    ...oblige(['platform'], {
      scope: 'territory',
      deadlineMinutes: 24 * 60, // before the round opens
      escalateTo: 'residents-committee',
      legalBasis: BASIS.commerce,
      appeal: APPEAL.committee,
      seedRef: 'S68',
    }),
    allow(['residents-committee', 'property-firm'], {
      scope: 'territory',
      legalBasis: BASIS.committee,
      appeal: APPEAL.subdistrict,
      seedRef: 'S54',
    }),
  ],
  WithdrawSupply: [
    allow(['platform', 'property-firm', 'residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.commerce,
      appeal: APPEAL.committee,
      seedRef: 'S68',
    }),
  ],
  DispatchConsignment: [
    ...oblige(['platform'], {
      scope: 'territory',
      deadlineMinutes: 24 * 60, // the promised window of the offer
      escalateTo: 'residents-committee',
      legalBasis: BASIS.commerce,
      appeal: APPEAL.committee,
      seedRef: 'S69',
    }),
    allow(['residents-committee', 'property-firm'], {
      scope: 'territory',
      legalBasis: BASIS.emergency,
      appeal: APPEAL.subdistrict,
      seedRef: 'S54',
    }),
  ],
  ReceiveGoods: [
    ...oblige(['property-firm', 'pickup-station'], {
      scope: 'territory',
      conditions: ['named-consignee'],
      deadlineMinutes: 120,
      escalateTo: 'residents-committee',
      legalBasis: BASIS.food,
      appeal: APPEAL.committee,
      seedRef: 'S82',
    }),
    allow(['residents-committee', 'social-organisation'], {
      scope: 'territory',
      legalBasis: BASIS.food,
      appeal: APPEAL.subdistrict,
      seedRef: 'S56',
    }),
    allow(['volunteer'], {
      scope: 'territory',
      conditions: ['under-lead'],
      legalBasis: BASIS.food,
      appeal: APPEAL.committee,
      seedRef: 'S56',
    }),
    // Who brings the goods does not count them.
    forbid(['platform', 'transporter'], { legalBasis: BASIS.food, appeal: APPEAL.committee, seedRef: 'S24' }),
  ],
  StockLot: bySystemOnly('S76'),
  ReserveStock: bySystemOnly('S33'),
  ReleaseReservation: bySystemOnly('S33'),
  PinReservation: bySystemOnly('S33'),
  DispenseReservation: bySystemOnly('S24'),
  ExpireReservation: bySystemOnly('S76'),
  AdjustStock: [
    allow(['residents-committee'], {
      scope: 'territory',
      legalBasis: BASIS.committee,
      appeal: APPEAL.subdistrict,
      seedRef: 'S76',
    }),
    allow(['property-firm'], { ...own, legalBasis: BASIS.property, seedRef: 'S76' }),
    allow(['pickup-station'], { ...own, legalBasis: BASIS.food, seedRef: 'S76' }),
    forbid(['platform', 'volunteer', 'resident', 'transporter'], {
      legalBasis: BASIS.food,
      appeal: APPEAL.committee,
      seedRef: 'S24',
    }),
  ],
  HoldForDisinfection: disinfecting,
  ReleaseHold: disinfecting,
  HoldSuspectLot: [
    allow(['property-firm', 'pickup-station'], { ...keepers, seedRef: 'S74' }),
    allow(['district-office', 'residents-committee'], { ...recalling, appeal: APPEAL.municipal, seedRef: 'S74' }),
    allow(['system'], { ...recalling, scope: 'city', appeal: APPEAL.district, seedRef: 'S74' }),
  ],
  ReportSuspectLot: [allow(['volunteer', 'resident', 'transporter'], { ...keepers, seedRef: 'S74' })],
  DeclareRecall: [
    allow(['district-office', 'residents-committee'], { ...recalling, appeal: APPEAL.municipal, seedRef: 'S74' }),
    // Within an hour of knowing.
    ...oblige(['platform'], {
      ...recalling,
      deadlineMinutes: 60,
      escalateTo: 'residents-committee',
      appeal: APPEAL.committee,
      seedRef: 'S74',
    }),
    forbid(['property-firm', 'pickup-station', 'volunteer', 'resident'], {
      legalBasis: BASIS.recall,
      appeal: APPEAL.committee,
      seedRef: 'S74',
    }),
  ],
  RequisitionGoods: requisition,
  CompensateRequisition: [
    {
      roles: ['district-office'],
      modality: 'obliged',
      scope: 'territory',
      deadlineMinutes: 30 * 24 * 60,
      escalateTo: 'district-office',
      legalBasis: BASIS.requisition,
      appeal: APPEAL.municipal,
      seedRef: 'S74',
    },
  ],
} as const satisfies Record<string, Rows>;
