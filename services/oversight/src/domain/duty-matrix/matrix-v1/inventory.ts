import { allow, APPEAL, BASIS, bySystemOnly, forbid, oblige, type Rows } from './row.js';

const own = { scope: 'own-organisation', appeal: APPEAL.committee } as const;

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
      deadlineMinutes: 120,
      escalateTo: 'residents-committee',
      legalBasis: BASIS.food,
      appeal: APPEAL.committee,
      seedRef: 'S82',
    }),
    allow(['residents-committee', 'volunteer', 'social-organisation'], {
      scope: 'territory',
      legalBasis: BASIS.food,
      appeal: APPEAL.subdistrict,
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
} as const satisfies Record<string, Rows>;
