import type { ActionWords } from './action-words.js';

export const ordersActions = {
  RegisterHousehold: { zh: '登记住户', en: 'register a household' },
  RecordConsent: { zh: '记录住户的同意', en: 'record a household’s consent' },
  OpenRound: { zh: '开启一轮订购', en: 'open a round of orders' },
  CloseRound: { zh: '结束一轮订购', en: 'close a round of orders' },
  FixRequests: { zh: '固定一轮的申请', en: 'fix the requests of a round' },
  AllocateRound: { zh: '分配一轮的物资', en: 'allocate the goods of a round' },
  PlaceOrder: { zh: '下单', en: 'place an order' },
  AmendOrder: { zh: '修改订单', en: 'amend an order' },
  CancelOrder: { zh: '取消订单', en: 'cancel an order' },
  GrantOrder: { zh: '批给订单', en: 'grant an order' },
  ConfirmOrder: { zh: '确认订单', en: 'confirm an order' },
  CompleteCancellation: { zh: '完成取消', en: 'complete a cancellation' },
  MissRound: { zh: '标记错过本轮的订单', en: 'mark an order that missed its round' },
  FulfilOrder: { zh: '完成订单', en: 'fulfil an order' },
  LapseOrder: { zh: '使订单失效', en: 'let an order lapse' },
  RecordSettlement: { zh: '记录结算', en: 'record a settlement' },
  RecordVulnerability: { zh: '记录住户的特殊困难', en: 'record the special needs of a household', awaited: true },
  CommitSeed: { zh: '提交抽签密值', en: 'commit a secret for the draw', awaited: true },
  RevealSeed: { zh: '公开抽签密值', en: 'reveal a secret of the draw', awaited: true },
  PreferOwnCustomers: { zh: '在抽签中优待自己的客户', en: 'prefer one’s own customers in a draw', awaited: true },
} as const satisfies ActionWords;
