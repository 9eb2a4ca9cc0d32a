import { allow, APPEAL, BASIS, EXECUTING, forbid, HUMANS, oblige, type Rows } from './row.js';

const day = 24 * 60;
const place = { scope: 'territory', appeal: APPEAL.committee } as const;
const committee = { scope: 'territory', legalBasis: BASIS.committee, appeal: APPEAL.subdistrict } as const;
const toCommittee = { escalateTo: 'residents-committee' } as const;
const firm = { ...place, ...toCommittee, legalBasis: BASIS.property, seedRef: 'S82' } as const;

export const lastMetreRows = {
  DeliverToGate: oblige(['platform', 'transporter'], {
    ...place,
    ...toCommittee,
    deadlineMinutes: 120, // after the promised window; the count, which alone tells of the arrival, has as long
    legalBasis: BASIS.commerce,
    seedRef: 'S69',
  }),
  DeliverToDoor: [
    ...oblige(['property-firm'], { ...firm, deadlineMinutes: 12 * 60 }),
    ...oblige(['property-firm'], { ...firm, as: 'medicine', conditions: ['medicine'], deadlineMinutes: 120 }),
    allow(['residents-committee'], { ...committee, conditions: ['as-fallback'], seedRef: 'S58' }),
    allow(['pickup-station'], { ...place, legalBasis: BASIS.emergency, seedRef: 'S81' }),
    allow(['volunteer'], { ...place, conditions: ['trained'], legalBasis: BASIS.volunteers, seedRef: 'S59' }),
    allow(['social-organisation'], { ...place, legalBasis: BASIS.volunteers, seedRef: 'S56' }),
  ],
  StaffStation: [
    ...oblige(['pickup-station'], {
      ...place,
      ...toCommittee,
      deadlineMinutes: 12 * 60, // open hours
      legalBasis: BASIS.emergency,
      seedRef: 'S81',
    }),
    allow(['residents-committee'], { ...committee, seedRef: 'S57' }),
    allow(['property-firm'], { ...place, conditions: ['as-fallback'], legalBasis: BASIS.property, seedRef: 'S58' }),
    allow(['volunteer', 'resident', 'social-organisation'], {
      ...place,
      legalBasis: BASIS.volunteers,
      seedRef: 'S81',
    }),
  ],
  SetSlotCapacity: [
    allow(['residents-committee'], { ...committee, seedRef: 'S13' }),
    allow(['property-firm', 'pickup-station'], {
      ...place,
      scope: 'own-organisation',
      legalBasis: BASIS.property,
      seedRef: 'S13',
    }),
  ],
  PlanWave: [
    ...oblige(['property-firm'], { ...firm, deadlineMinutes: 12 * 60 }),
    allow(['residents-committee'], { ...committee, seedRef: 'S82' }),
    allow(['pickup-station'], { ...place, legalBasis: BASIS.emergency, seedRef: 'S82' }),
    allow(['volunteer'], { ...place, conditions: ['trained'], legalBasis: BASIS.volunteers, seedRef: 'S59' }),
  ],
  IssueEntryPass: [
    allow(['district-office'], { ...place, legalBasis: BASIS.emergency, appeal: APPEAL.municipal, seedRef: 'S62' }),
    ...oblige(['residents-committee'], {
      ...committee,
      deadlineMinutes: 4 * 60,
      escalateTo: 'subdistrict-office',
      seedRef: 'S62',
    }),
    forbid(EXECUTING, { legalBasis: BASIS.order, appeal: APPEAL.committee, seedRef: 'S62' }),
  ],
  CheckEntryPass: [
    allow(['residents-committee', 'property-firm', 'police', 'grid-worker', 'volunteer'], {
      ...place,
      legalBasis: BASIS.order,
      seedRef: 'S62',
    }),
  ],
  CollectGarbage: [
    ...oblige(['property-firm'], { ...firm, deadlineMinutes: day }),
    ...oblige(['pickup-station'], { ...firm, scope: 'own-organisation', deadlineMinutes: day }),
  ],
  DisinfectBuilding: [
    ...oblige(['property-firm'], { ...firm, as: 'low', risks: ['low'], deadlineMinutes: 2 * day, seedRef: 'S29' }),
    ...oblige(['property-firm'], { ...firm, as: 'medium', risks: ['medium'], deadlineMinutes: day, seedRef: 'S27' }),
    ...oblige(['property-firm'], { ...firm, as: 'high', risks: ['high'], deadlineMinutes: 12 * 60, seedRef: 'S29' }),
    ...oblige(['pickup-station'], { ...firm, scope: 'own-organisation', deadlineMinutes: day, seedRef: 'S27' }),
  ],
  InspectCleaning: [
    allow(['residents-committee', 'subdistrict-office'], { ...committee, seedRef: 'S27' }),
    // Nobody inspects their own work.
    forbid(['property-firm', 'pickup-station'], {
      legalBasis: BASIS.separation,
      appeal: APPEAL.committee,
      seedRef: 'S24',
    }),
  ],
  VisitHousehold: [
    ...oblige(['residents-committee'], {
      ...committee,
      deadlineMinutes: 6 * 60,
      escalateTo: 'subdistrict-office',
      seedRef: 'S17',
    }),
    allow(['property-firm'], { ...place, legalBasis: BASIS.property, seedRef: 'S17' }),
    allow(['volunteer'], { ...place, conditions: ['trained'], legalBasis: BASIS.volunteers, seedRef: 'S59' }),
    allow(['resident'], { ...place, conditions: ['neighbour'], legalBasis: BASIS.volunteers, seedRef: 'S34' }),
    forbid(['platform'], { legalBasis: BASIS.privacy, appeal: APPEAL.committee, seedRef: 'S78' }),
  ],
  ReportIncident: [allow(HUMANS, { ...place, legalBasis: BASIS.order, seedRef: 'S63' })],
  KeepGateLog: [
    allow(['residents-committee', 'property-firm', 'police', 'grid-worker', 'volunteer'], {
      ...place,
      legalBasis: BASIS.order,
      seedRef: 'S62',
    }),
  ],
} as const satisfies Record<string, Rows>;
