import type { ActionWords } from './action-words.js';

export const dutiesActions = {
  ActivateDutyMatrix: { zh: '启用职责表', en: 'activate a duty matrix' },
  SwitchPosture: { zh: '切换应急状态', en: 'switch the posture' },
  RecordRefusals: { zh: '记录被拒绝的操作', en: 'record refusals' },
  ProposePosture: { zh: '建议切换应急状态', en: 'propose another posture', awaited: true },
  SetRiskLevel: { zh: '设定风险等级', en: 'set a risk level' },
} as const satisfies ActionWords;
