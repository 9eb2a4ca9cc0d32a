export const approvalsContracts = {};
