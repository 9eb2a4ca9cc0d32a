import type { Rows } from './row.js';

export const obligationsRows = {} as const satisfies Record<string, Rows>;
