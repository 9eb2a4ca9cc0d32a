import { hostService } from '@baogong/hosting';
import { inventoryService } from './inventory.service.js';

await hostService(inventoryService);
