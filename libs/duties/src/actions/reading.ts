import type { ActionWords } from './action-words.js';

export const readingActions = {
  SeeHousehold: { zh: '查看住户的个人信息', en: 'see the personal data of a household' },
  SeeDemand: { zh: '查看需求', en: 'see demand' },
  SeeWebhooks: { zh: '查看供应方回调', en: 'see suppliers’ webhooks' },
  SeeStock: { zh: '查看库存', en: 'see stock' },
  SeeWorkList: { zh: '查看工作清单', en: 'see the work list' },
  SeePass: { zh: '查看提货凭证', en: 'see a pickup pass' },
  SeeThroughput: { zh: '查看物资流转', en: 'see throughput' },
  SeeRefusals: { zh: '查看被拒绝的操作', en: 'see refusals' },
  SeeDelegations: { zh: '查看委托和代办', en: 'see delegations and proxies' },
  SeeActors: { zh: '查看参与者', en: 'see actors' },
} as const satisfies ActionWords;
