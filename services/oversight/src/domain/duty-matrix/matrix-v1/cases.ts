import type { Rows } from './row.js';

export const casesRows = {} as const satisfies Record<string, Rows>;
