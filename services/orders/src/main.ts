import { hostService } from '@baogong/hosting';
import { optionsFrom, ordersServiceFor } from './orders.service.js';

await hostService(
  ({ vaultKeysUrl }) => ordersServiceFor(() => ({ ...optionsFrom(process.env), vaultKeysUrl })),
  process.env,
  ['vaultMaster', 'vaultKeysUrl'],
);
