import type { ActionWords } from './action-words.js';

export const obligationsActions = {
  ClaimDuty: { zh: '认领无人承担的职责', en: 'claim a duty that nobody holds', awaited: true },
} as const satisfies ActionWords;
