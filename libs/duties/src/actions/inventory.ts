import type { ActionWords } from './action-words.js';

export const inventoryActions = {
  AnnounceSupply: { zh: '公布供货和价格', en: 'announce supply and its price' },
  WithdrawSupply: { zh: '撤回供货', en: 'withdraw announced supply' },
  DispatchConsignment: { zh: '发货', en: 'dispatch a consignment' },
  ReceiveGoods: { zh: '清点收货', en: 'receive and count goods' },
  StockLot: { zh: '入库', en: 'put a lot into stock' },
  ReserveStock: { zh: '预留库存', en: 'reserve stock' },
  ReleaseReservation: { zh: '释放预留', en: 'release a reservation' },
  PinReservation: { zh: '锁定预留', en: 'pin a reservation' },
  DispenseReservation: { zh: '发出预留的物资', en: 'dispense reserved goods' },
  ExpireReservation: { zh: '使预留到期', en: 'let a reservation expire' },
  AdjustStock: { zh: '调整库存', en: 'adjust stock' },
  HoldForDisinfection: { zh: '存放待消毒', en: 'hold goods for disinfection', awaited: true },
  ReleaseHold: { zh: '解除存放', en: 'release held goods', awaited: true },
  HoldSuspectLot: { zh: '暂扣可疑批次', en: 'hold a suspect lot', awaited: true },
  ReportSuspectLot: { zh: '报告可疑批次', en: 'report a suspect lot', awaited: true },
  DeclareRecall: { zh: '宣布召回', en: 'declare a recall', awaited: true },
  RequisitionGoods: { zh: '征用物资或运力', en: 'requisition goods or transport', awaited: true },
  CompensateRequisition: { zh: '补偿被征用者', en: 'compensate for a requisition', awaited: true },
} as const satisfies ActionWords;
