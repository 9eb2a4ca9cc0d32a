import type { ServiceRuntime } from '@baogong/commanding';
import { POSITION_WAITER } from '@baogong/http';
import type { PositionWaiter } from '@baogong/http';
import { parkedController } from '@baogong/parking';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ConsignmentCommands } from './adapters/http/consignments.commands.js';
import { StockCommands } from './adapters/http/stock.commands.js';
import { SupplyOfferCommands } from './adapters/http/supply-offers.commands.js';
import { ConsignmentsController } from './read-models/consignments/consignments.controller.js';
import { StockController } from './read-models/stock/stock.controller.js';
import { SupplyOffersController } from './read-models/supply-offers/supply-offers.controller.js';
import { RUNTIME } from './application/runtime.js';

@Module({})
export class InventoryModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    const waiter: PositionWaiter = (vector, waitMs) => runtime.waitFor(vector, waitMs);
    return {
      module: InventoryModule,
      controllers: [
        SupplyOfferCommands,
        ConsignmentCommands,
        StockCommands,
        SupplyOffersController,
        ConsignmentsController,
        StockController,
        parkedController(runtime),
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: POSITION_WAITER, useValue: waiter },
      ],
    };
  }
}
