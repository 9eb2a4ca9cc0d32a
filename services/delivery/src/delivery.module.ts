import type { ServiceRuntime } from '@baogong/commanding';
import { POSITION_WAITER } from '@baogong/http';
import type { PositionWaiter } from '@baogong/http';
import { parkedController } from '@baogong/parking';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { HandOverCommands } from './adapters/http/hand-overs.commands.js';
import { ParcelCommands } from './adapters/http/parcels.commands.js';
import { StationCommands } from './adapters/http/stations.commands.js';
import { RUNTIME } from './application/runtime.js';
import { ParcelsController } from './read-models/parcels/parcels.controller.js';
import { PassesController } from './read-models/passes/passes.controller.js';
import { StationsController } from './read-models/stations/stations.controller.js';

@Module({})
export class DeliveryModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    const waiter: PositionWaiter = (vector, waitMs) => runtime.waitFor(vector, waitMs);
    return {
      module: DeliveryModule,
      controllers: [
        StationCommands,
        ParcelCommands,
        HandOverCommands,
        StationsController,
        ParcelsController,
        PassesController,
        parkedController(runtime),
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: POSITION_WAITER, useValue: waiter },
      ],
    };
  }
}
