import type { ActionWords } from './action-words.js';

export const obligationsActions = {
  StartDuty: { zh: '开始计时履职', en: 'start the clock of a duty' },
  FulfilDuty: { zh: '记录已履行的职责', en: 'record a duty as fulfilled' },
  LapseDuty: { zh: '使职责失效', en: 'let a duty lapse' },
  EscalateDuty: { zh: '上报未履行的职责', en: 'escalate a duty that was not fulfilled' },
  ReviewDuty: { zh: '随应急状态调整计时', en: 'review a clock after a switch of posture' },
  SettleBreach: { zh: '处置未履行的职责', en: 'settle the breach of a duty' },
  ClaimDuty: { zh: '认领无人承担的职责', en: 'claim a duty that nobody holds' },
  ReleaseDuty: { zh: '交回承担的职责', en: 'give back a duty that one holds' },
  WatchCoverage: { zh: '检查职责有无人承担', en: 'watch whether every duty is held' },
  SeeCoverage: { zh: '查看职责由谁承担', en: 'see who is on duty' },
  SeeObligations: { zh: '查看职责时限', en: 'see obligations and their clocks' },
} as const satisfies ActionWords;
