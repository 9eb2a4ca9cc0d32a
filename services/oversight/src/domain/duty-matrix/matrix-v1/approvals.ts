import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, oblige, type Row, type Rows } from './row.js';

const district = { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.municipal } as const;
const clock = { deadlineMinutes: 4 * 60, seedRef: 'S42' } as const;

const neverWhoAsks = forbid(['residents-committee', ...EXECUTING], {
  legalBasis: BASIS.emergency,
  appeal: APPEAL.district,
  seedRef: 'S42',
});
/** At most two hops: the sub-district office hears first, the district office last; who asked never answers. */
const answering: Rows = [
  ...oblige(['subdistrict-office'], { ...district, ...clock, escalateTo: 'district-office' }),
  ...oblige(['district-office'], { ...district, ...clock, escalateTo: 'district-office' }),
  neverWhoAsks,
];
const asking: Row['roles'] = ['residents-committee', 'property-firm', 'pickup-station', 'platform', 'transporter'];
const reading = { scope: 'territory', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S72' } as const;

export const approvalsRows = {
  RequestApproval: [
    allow(asking, { scope: 'territory', legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S42' }),
    allow(['subdistrict-office'], { ...district, seedRef: 'S45' }),
  ],
  // The last office has nobody to forward to and is told so.
  ForwardApproval: [allow(['subdistrict-office', 'district-office'], { ...district, seedRef: 'S45' }), neverWhoAsks],
  GrantApproval: answering,
  DeclineApproval: answering,
  ElapseApproval: bySystemOnly('S42'),
  ReviewApproval: bySystemOnly('S6'),
  CountApprovalSteps: bySystemOnly('S72'),
  SeeApprovals: [
    allow(['district-office', 'subdistrict-office'], reading),
    allow(['residents-committee'], { ...reading, appeal: APPEAL.subdistrict }),
    allow(['property-firm', 'pickup-station', 'platform', 'transporter'], {
      ...reading,
      scope: 'own-organisation',
      appeal: APPEAL.committee,
    }),
  ],
} as const satisfies Record<string, Rows>;
