import { allow, APPEAL, BASIS, type Rows } from './row.js';

export const obligationsRows = {
  ClaimDuty: [
    allow(
      [
        'residents-committee',
        'property-firm',
        'pickup-station',
        'volunteer',
        'social-organisation',
        'grid-worker',
        'transporter',
      ],
      { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.subdistrict, seedRef: 'S7' },
    ),
  ],
} as const satisfies Record<string, Rows>;
