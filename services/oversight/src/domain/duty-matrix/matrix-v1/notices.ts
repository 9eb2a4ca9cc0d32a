import { allow, APPEAL, BASIS, bySystemOnly, HUMANS, type Row, type Rows } from './row.js';

const NOT_RESIDENTS = HUMANS.filter((role) => role !== 'resident') as unknown as Row['roles'];
const told = { legalBasis: BASIS.disclosure, seedRef: 'S28' } as const;

export const noticesRows = {
  PostNotice: bySystemOnly('S28'),
  SeeNotices: [
    allow(['resident'], { ...told, scope: 'own-household', appeal: APPEAL.committee }),
    allow(NOT_RESIDENTS, { ...told, scope: 'territory', appeal: APPEAL.district }),
  ],
} as const satisfies Record<string, Rows>;
