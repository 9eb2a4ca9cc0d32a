import type { Rows } from './row.js';

export const policyRows = {} as const satisfies Record<string, Rows>;
