export const deliveryActions = [
  'OpenStation',
  'PlanParcel',
  'PackParcel',
  'OfferParcel',
  'AcceptParcel',
  'HandOverParcel',
  'WithdrawParcel',
  'ExpirePass',
] as const;
