import type { ActionWords } from './action-words.js';

export const casesActions = {
  OpenCase: { zh: '提出诉求或投诉', en: 'open a case', awaited: true },
  AnswerCase: { zh: '答复诉求', en: 'answer a case', awaited: true },
  CloseCase: { zh: '了结诉求', en: 'close a case', awaited: true },
  ReopenCase: { zh: '重新提出诉求', en: 'reopen a case', awaited: true },
  MediateDispute: { zh: '调解纠纷', en: 'mediate a dispute', awaited: true },
} as const satisfies ActionWords;
