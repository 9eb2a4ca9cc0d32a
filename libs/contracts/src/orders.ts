export const ordersContracts = {};
