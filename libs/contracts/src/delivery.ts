export const deliveryContracts = {};
