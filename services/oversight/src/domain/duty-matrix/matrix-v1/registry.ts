import { allow, APPEAL, BASIS, EXECUTING, forbid, type Rows } from './row.js';

/** Powers over roles are not delegable to those who execute policy. */
const registry: Rows = [
  allow(['district-office'], {
    scope: 'territory',
    legalBasis: BASIS.emergency,
    appeal: 'municipal command',
    seedRef: 'S1',
  }),
  allow(['residents-committee'], {
    scope: 'territory',
    legalBasis: BASIS.committee,
    appeal: APPEAL.subdistrict,
    seedRef: 'S16',
  }),
  allow(['system'], { scope: 'city', legalBasis: BASIS.machinery, appeal: APPEAL.district, seedRef: 'S1' }),
  forbid(EXECUTING, { legalBasis: BASIS.emergency, appeal: APPEAL.district, seedRef: 'S47' }),
];

export const registryRows = {
  RegisterActor: registry,
  GrantRole: registry,
  WithdrawRole: registry,
} as const satisfies Record<string, Rows>;
