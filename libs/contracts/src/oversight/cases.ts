export const casesContracts = {};
