import type { ActionWords } from './action-words.js';

export const bulletinActions = {
  PublishBulletin: { zh: '发布每日公告', en: 'publish the daily bulletin', awaited: true },
  RunDrill: { zh: '开展演练', en: 'run a drill', awaited: true },
} as const satisfies ActionWords;
