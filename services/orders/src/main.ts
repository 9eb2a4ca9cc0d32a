import { hostService } from '@baogong/hosting';
import { ordersService } from './orders.service.js';

await hostService(ordersService, process.env, ['vaultMaster', 'vaultKeysUrl']);
