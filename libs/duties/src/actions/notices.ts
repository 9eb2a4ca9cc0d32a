import type { ActionWords } from './action-words.js';

export const noticesActions = {
  PostNotice: { zh: '向楼栋发布告知', en: 'post a notice to buildings' },
  SeeNotices: { zh: '查看楼栋告知', en: 'see notices to buildings' },
} as const satisfies ActionWords;
