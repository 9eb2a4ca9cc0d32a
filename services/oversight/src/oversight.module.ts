import { Module, type DynamicModule } from '@nestjs/common';
import { POSITION_WAITER } from '@baogong/http';
import { PolicyController } from './adapters/http/policy.controller.js';
import { RegistryController } from './adapters/http/registry.controller.js';
import { GRANT_LOOKUP, RUNTIME, type Runtime } from './application/runtime.js';
import { ActorsController } from './read-models/actors/actors.controller.js';
import { grantLookup } from './read-models/actors/grant-lookup.js';
import { ConsignmentsController } from './read-models/consignments/consignments.controller.js';
import { RefusalsController } from './read-models/refusals/refusals.controller.js';
import { ThroughputController } from './read-models/throughput/throughput.controller.js';

@Module({})
export class OversightModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: OversightModule,
      controllers: [
        RegistryController,
        PolicyController,
        ActorsController,
        ThroughputController,
        ConsignmentsController,
        RefusalsController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: GRANT_LOOKUP, useValue: grantLookup(runtime) },
        {
          provide: POSITION_WAITER,
          useValue: (vector: string, waitMs: number) => runtime.waitFor(vector, waitMs),
        },
      ],
    };
  }
}
