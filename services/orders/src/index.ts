export { OrdersModule } from './orders.module.js';
export {
  optionsFrom as ordersOptionsFrom,
  ordersService,
  ordersServiceFor,
  type OrdersOptions,
} from './orders.service.js';
