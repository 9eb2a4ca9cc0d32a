import type { ActionWords } from './action-words.js';

export const approvalsActions = {
  RequestApproval: { zh: '申请批准', en: 'ask for an approval' },
  ForwardApproval: { zh: '转呈上级批准', en: 'forward a request for approval' },
  GrantApproval: { zh: '批准', en: 'grant an approval' },
  DeclineApproval: { zh: '不予批准并说明理由', en: 'decline an approval with a reason' },
  ElapseApproval: { zh: '使批准时限到期', en: 'let the time for an approval run out' },
  ReviewApproval: { zh: '随应急状态调整批准时限', en: 'review the time for an approval after a switch of posture' },
  CountApprovalSteps: { zh: '统计批准的环节', en: 'count the steps of an approval' },
  SeeApprovals: { zh: '查看批准', en: 'see approvals' },
} as const satisfies ActionWords;
