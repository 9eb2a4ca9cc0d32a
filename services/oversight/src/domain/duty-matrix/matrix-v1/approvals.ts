import { allow, APPEAL, BASIS, EXECUTING, forbid, oblige, type Row, type Rows } from './row.js';

const district = { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.municipal } as const;
const clock = { deadlineMinutes: 4 * 60, seedRef: 'S42' } as const;

/** At most two hops: the sub-district office hears first, the district office last; who asked never answers. */
const answering: Rows = [
  ...oblige(['subdistrict-office'], { ...district, ...clock, escalateTo: 'district-office' }),
  ...oblige(['district-office'], { ...district, ...clock, escalateTo: 'district-office' }),
  forbid(['residents-committee', ...EXECUTING], {
    legalBasis: BASIS.emergency,
    appeal: APPEAL.district,
    seedRef: 'S42',
  }),
];
const asking: Row['roles'] = ['residents-committee', 'property-firm', 'pickup-station', 'platform', 'transporter'];

export const approvalsRows = {
  RequestApproval: [
    allow(asking, { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S42' }),
    allow(['subdistrict-office'], { ...district, seedRef: 'S45' }),
  ],
  GrantApproval: answering,
  DeclineApproval: answering,
} as const satisfies Record<string, Rows>;
