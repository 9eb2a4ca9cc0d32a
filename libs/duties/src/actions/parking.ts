import type { ActionWords } from './action-words.js';

export const parkingActions = {
  SeeParkedEvents: { zh: '查看搁置的事件', en: 'see parked events' },
  ReplayParkedEvent: { zh: '重新处理搁置的事件', en: 'replay a parked event' },
  SkipParkedEvent: { zh: '跳过搁置的事件', en: 'leave a parked event out' },
} as const satisfies ActionWords;
