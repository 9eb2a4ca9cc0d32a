import type { ActionWords } from './action-words.js';

export const helpActions = {
  CallForHelp: { zh: '招募帮手', en: 'call for helpers' },
  SignUpForHelp: { zh: '报名帮忙', en: 'sign up as a helper' },
  EndHelpCall: { zh: '结束招募', en: 'end a call for helpers' },
  SeeHelpCalls: { zh: '查看招募', en: 'see calls for helpers' },
} as const satisfies ActionWords;
