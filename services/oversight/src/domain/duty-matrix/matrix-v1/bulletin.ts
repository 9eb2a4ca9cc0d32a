import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, HUMANS, oblige, type Rows } from './row.js';

const day = 24 * 60;
const disclosure = { scope: 'territory', legalBasis: BASIS.disclosure } as const;
const drill = { scope: 'territory', legalBasis: BASIS.emergency, seedRef: 'S75' } as const;

export const bulletinRows = {
  PublishBulletin: [
    ...oblige(['district-office'], {
      ...disclosure,
      deadlineMinutes: day,
      escalateTo: 'district-office',
      appeal: APPEAL.municipal,
      seedRef: 'S79',
    }),
    ...oblige(['residents-committee'], {
      ...disclosure,
      deadlineMinutes: day,
      escalateTo: 'subdistrict-office',
      appeal: APPEAL.subdistrict,
      seedRef: 'S79',
    }),
    allow(['property-firm'], { ...disclosure, appeal: APPEAL.committee, seedRef: 'S79' }),
    allow(['system'], { ...disclosure, scope: 'city', appeal: APPEAL.district, seedRef: 'S52' }),
  ],
  // Whoever lives or works in a place may read what is told of it.
  SeeBulletin: [allow(HUMANS, { ...disclosure, scope: 'city', appeal: APPEAL.district, seedRef: 'S79' })],
  SetAlertThreshold: [
    allow(['district-office'], {
      scope: 'territory',
      legalBasis: BASIS.emergency,
      appeal: APPEAL.municipal,
      seedRef: 'S15',
    }),
    forbid([...EXECUTING, 'subdistrict-office', 'residents-committee'], {
      legalBasis: BASIS.emergency,
      appeal: APPEAL.district,
      seedRef: 'S15',
    }),
  ],
  RecordCrossing: bySystemOnly('S15'),
  RunDrill: [
    // Quarterly in quiet times, and whenever it is wanted.
    {
      ...drill,
      roles: ['district-office'],
      modality: 'obliged',
      postures: ['normal'],
      deadlineMinutes: 91 * day,
      escalateTo: 'district-office',
      appeal: APPEAL.municipal,
    },
    allow(['district-office'], {
      ...drill,
      postures: ['alert', 'lockdown', 'recovery'],
      as: 'any-time',
      appeal: APPEAL.municipal,
    }),
    allow(['residents-committee', 'platform', 'volunteer', 'resident', 'transporter'], {
      ...drill,
      appeal: APPEAL.district,
    }),
    ...oblige(['property-firm', 'pickup-station'], {
      ...drill,
      deadlineMinutes: day, // to join
      escalateTo: 'residents-committee',
      appeal: APPEAL.committee,
    }),
  ],
} as const satisfies Record<string, Rows>;
