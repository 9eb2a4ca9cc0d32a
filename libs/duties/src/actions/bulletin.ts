import type { ActionWords } from './action-words.js';

export const bulletinActions = {
  PublishBulletin: { zh: '发布每日公告', en: 'publish the daily bulletin' },
  SeeBulletin: { zh: '查看每日公告', en: 'see the daily bulletin' },
  SetAlertThreshold: { zh: '设定预警界限', en: 'set a threshold for alerts' },
  RecordCrossing: { zh: '记录越过预警界限', en: 'record that a threshold is crossed' },
  RunDrill: { zh: '开展演练', en: 'run a drill', awaited: true },
} as const satisfies ActionWords;
