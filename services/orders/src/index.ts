export { HOUSEHOLD_KEY_TABLES } from './adapters/postgres/household-keys.js';
export { OrdersModule } from './orders.module.js';
export {
  optionsFrom as ordersOptionsFrom,
  ordersService,
  ordersServiceFor,
  type OrdersOptions,
} from './orders.service.js';
