export { InventoryModule } from './inventory.module.js';
export { inventoryService } from './inventory.service.js';
