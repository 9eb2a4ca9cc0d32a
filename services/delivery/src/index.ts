export { DeliveryModule } from './delivery.module.js';
export { deliveryService } from './delivery.service.js';
