export const policyContracts = {};
