import type { ServiceDefinition } from '@baogong/commanding';
import { deliveryService } from '@baogong/delivery';
import { inventoryService } from '@baogong/inventory';
import { ordersService } from '@baogong/orders';
import { oversightService } from '@baogong/oversight';

export const SERVICE_NAMES = ['oversight', 'orders', 'inventory', 'delivery'] as const;

/** Oversight comes first: it publishes the duties the others wait for. */
export const SERVICES: readonly ServiceDefinition[] = [
  oversightService,
  ordersService,
  inventoryService,
  deliveryService,
];
