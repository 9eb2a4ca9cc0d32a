import { allow, APPEAL, BASIS, EXECUTING, EVERYBODY, forbid, HUMANS, type Rows } from './row.js';

const byDistrict = allow(['district-office'], {
  scope: 'territory',
  legalBasis: BASIS.emergency,
  appeal: APPEAL.municipal,
  seedRef: 'S83',
});
const committee = { scope: 'territory', legalBasis: BASIS.committee, appeal: APPEAL.subdistrict } as const;
/** Whoever carries policy out does not make it. */
const executing = forbid([...EXECUTING, 'subdistrict-office', 'system'], {
  legalBasis: BASIS.emergency,
  appeal: APPEAL.district,
  seedRef: 'S84',
});

export const policyRows = {
  IssuePolicy: [
    byDistrict,
    allow(['residents-committee'], { ...committee, conditions: ['delegated-range'], seedRef: 'S26' }),
    executing,
  ],
  SetLocalParameter: [
    byDistrict,
    allow(['residents-committee'], { ...committee, conditions: ['delegated-range'], seedRef: 'S65' }),
    executing,
  ],
  ProposeLocalRule: [
    allow(['residents-committee', 'property-firm'], { ...committee, seedRef: 'S30' }),
    forbid(['platform', 'pickup-station', 'volunteer', 'transporter', 'police', 'grid-worker'], {
      legalBasis: BASIS.emergency,
      appeal: APPEAL.committee,
      seedRef: 'S84',
    }),
  ],
  AddRestriction: [forbid(EVERYBODY, { legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S30' })],
  // Anyone of the community: a rule is met at its gate, above one’s own household.
  ReportUnknownRule: [
    allow(HUMANS, { scope: 'city', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S48' }),
  ],
  // Published for all who live or work there.
  SeePolicies: [
    allow(HUMANS, { scope: 'city', legalBasis: BASIS.disclosure, appeal: APPEAL.district, seedRef: 'S48' }),
  ],
} as const satisfies Record<string, Rows>;
