import { allow, APPEAL, BASIS, type Rows } from './row.js';

/** Whoever answers for the district answers for what its services could not apply; nobody below may pass over a fact. */
const byDistrict: Rows = [
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S18',
  }),
];

export const parkingRows = {
  SeeParkedEvents: byDistrict,
  ReplayParkedEvent: byDistrict,
  SkipParkedEvent: byDistrict,
} as const satisfies Record<string, Rows>;
