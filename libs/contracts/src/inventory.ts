export const inventoryContracts = {};
