import { hostService } from '@baogong/hosting';
import { deliveryService } from './delivery.service.js';

await hostService(deliveryService, process.env, ['passSigning']);
