import { allow, APPEAL, BASIS, forbid, type Rows } from './row.js';

const counts = { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district } as const;
const atWork = { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.subdistrict } as const;
const personal = { legalBasis: BASIS.privacy, appeal: APPEAL.committee, seedRef: 'S78' } as const;

export const readingRows = {
  SeeHousehold: [
    allow(['resident'], { ...personal, scope: 'own-household' }),
    allow(['residents-committee'], { ...personal, scope: 'territory' }),
    // The district sees counts; a name is none of its business.
    forbid(['district-office', 'subdistrict-office', 'transporter'], personal),
  ],
  SeeDemand: [
    allow(['platform', 'property-firm', 'residents-committee'], { ...atWork, seedRef: 'S68' }),
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S18' }),
  ],
  SeeWebhooks: [
    allow(['platform', 'property-firm', 'residents-committee'], { ...atWork, seedRef: 'S68' }),
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S18' }),
  ],
  SeeStock: [
    allow(['residents-committee', 'property-firm', 'pickup-station'], { ...atWork, seedRef: 'S76' }),
    allow(['platform'], { ...atWork, scope: 'own-organisation', seedRef: 'S68' }),
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S8' }),
  ],
  SeeWorkList: [
    allow(['residents-committee', 'property-firm', 'pickup-station'], { ...atWork, seedRef: 'S82' }),
    allow(['volunteer', 'social-organisation'], { ...atWork, legalBasis: BASIS.volunteers, seedRef: 'S35' }),
    forbid(['district-office', 'subdistrict-office', 'platform'], personal),
  ],
  SeePass: [
    allow(['resident'], { ...personal, scope: 'own-household', seedRef: 'S62' }),
    forbid(
      [
        'district-office',
        'subdistrict-office',
        'property-firm',
        'platform',
        'pickup-station',
        'volunteer',
        'transporter',
      ],
      { ...personal, seedRef: 'S62' },
    ),
  ],
  SeeThroughput: [
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S18' }),
    allow(['residents-committee'], { ...counts, appeal: APPEAL.subdistrict, seedRef: 'S52' }),
  ],
  SeeRefusals: [allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S84' })],
  SeeDelegations: [
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S47' }),
    allow(['residents-committee'], { ...counts, appeal: APPEAL.subdistrict, seedRef: 'S47' }),
    // Of all others each sees what they gave or were given.
    allow(
      [
        'property-firm',
        'platform',
        'pickup-station',
        'volunteer',
        'transporter',
        'social-organisation',
        'police',
        'grid-worker',
      ],
      { ...atWork, scope: 'own-organisation', seedRef: 'S47' },
    ),
    allow(['resident'], { ...personal, scope: 'own-household', seedRef: 'S3' }),
  ],
  SeeActors: [
    allow(['district-office', 'subdistrict-office'], { ...counts, seedRef: 'S1' }),
    allow(['residents-committee'], { ...counts, appeal: APPEAL.subdistrict, seedRef: 'S16' }),
  ],
} as const satisfies Record<string, Rows>;
