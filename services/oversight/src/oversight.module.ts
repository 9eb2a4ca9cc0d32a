import { Module, type DynamicModule } from '@nestjs/common';
import { POSITION_WAITER } from '@baogong/http';
import { parkedController } from '@baogong/parking';
import { RUNTIME, type Runtime } from './application/runtime.js';
import { PARTS } from './parts/parts.js';

@Module({})
export class OversightModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: OversightModule,
      controllers: [...PARTS.flatMap(({ controllers = [] }) => controllers), parkedController(runtime)],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: POSITION_WAITER, useValue: (vector: string, waitMs: number) => runtime.waitFor(vector, waitMs) },
        ...PARTS.flatMap(({ providers }) => providers?.(runtime) ?? []),
      ],
    };
  }
}
