import type { ActionWords } from './action-words.js';

export const approvalsActions = {
  RequestApproval: { zh: '申请批准', en: 'ask for an approval', awaited: true },
  GrantApproval: { zh: '批准', en: 'grant an approval', awaited: true },
  DeclineApproval: { zh: '不予批准并说明理由', en: 'decline an approval with a reason', awaited: true },
} as const satisfies ActionWords;
