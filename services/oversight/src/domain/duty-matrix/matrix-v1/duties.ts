import { allow, APPEAL, BASIS, bySystemOnly, EXECUTING, forbid, type Rows } from './row.js';

const policy: Rows = [
  allow(['district-office'], {
    scope: 'city',
    legalBasis: BASIS.emergency,
    appeal: APPEAL.municipal,
    seedRef: 'S83',
  }),
  forbid([...EXECUTING, 'subdistrict-office'], {
    legalBasis: BASIS.emergency,
    appeal: APPEAL.district,
    seedRef: 'S84',
  }),
  forbid(['residents-committee'], {
    legalBasis: BASIS.emergency,
    appeal: APPEAL.propose,
    seedRef: 'S26',
  }),
];

export const dutiesRows = {
  ActivateDutyMatrix: [
    ...policy,
    allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S83' }),
  ],
  SwitchPosture: policy,
  RecordRefusals: bySystemOnly('S84'),
  ProposePosture: [
    allow(['residents-committee', 'subdistrict-office'], {
      scope: 'territory',
      legalBasis: BASIS.committee,
      appeal: APPEAL.district,
      seedRef: 'S41',
    }),
  ],
  SetRiskLevel: policy,
} as const satisfies Record<string, Rows>;
