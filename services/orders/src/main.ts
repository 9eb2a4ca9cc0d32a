import { hostService } from '@baogong/hosting';
import { ordersServiceFor } from './orders.service.js';

await hostService(({ vaultKeysUrl }) => ordersServiceFor(() => ({ vaultKeysUrl })), process.env, [
  'vaultMaster',
  'vaultKeysUrl',
]);
