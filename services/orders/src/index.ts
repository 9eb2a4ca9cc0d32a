export { OrdersModule } from './orders.module.js';
export { ordersService, ordersServiceFor, type OrdersOptions } from './orders.service.js';
