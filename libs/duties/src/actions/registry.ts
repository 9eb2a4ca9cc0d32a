import type { ActionWords } from './action-words.js';

export const registryActions = {
  RegisterActor: { zh: '登记参与者', en: 'register an actor' },
  GrantRole: { zh: '授予角色', en: 'grant a role' },
  WithdrawRole: { zh: '撤销角色', en: 'withdraw a role' },
  RegisterTerritory: { zh: '登记地域', en: 'register a territory' },
  DelegateDuty: { zh: '委托职责', en: 'delegate a duty' },
  RevokeDelegation: { zh: '收回委托', en: 'revoke a delegation' },
  AppointProxy: { zh: '指定代办人', en: 'appoint a proxy for a household' },
  RevokeProxy: { zh: '取消代办人', en: 'revoke a proxy' },
} as const satisfies ActionWords;
