export const obligationsContracts = {};
