import type { Rows } from './row.js';

export const approvalsRows = {} as const satisfies Record<string, Rows>;
