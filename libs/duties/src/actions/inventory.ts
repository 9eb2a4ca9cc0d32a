export const inventoryActions = [
  'AnnounceSupply',
  'WithdrawSupply',
  'DispatchConsignment',
  'ReceiveGoods',
  'StockLot',
  'ReserveStock',
  'ReleaseReservation',
  'PinReservation',
  'DispenseReservation',
  'ExpireReservation',
  'AdjustStock',
] as const;
