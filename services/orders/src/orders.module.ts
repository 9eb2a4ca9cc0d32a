import { Module, type DynamicModule } from '@nestjs/common';
import { POSITION_WAITER } from '@baogong/http';
import { parkedController } from '@baogong/parking';
import { HouseholdCommandsController } from './adapters/http/households.controller.js';
import { OrderCommandsController } from './adapters/http/orders.controller.js';
import { RoundCommandsController } from './adapters/http/rounds.controller.js';
import { WebhookCommandsController } from './adapters/http/webhooks.controller.js';
import { FACTS, RECEIVER_RULES, RUNTIME, TURNS, VAULT } from './application/runtime.js';
import type { Facts, Runtime, Turns, Vault } from './application/runtime.js';
import type { ReceiverRules } from './application/webhook-url.js';
import { DemandController } from './read-models/demand/demand.controller.js';
import { HouseholdsController } from './read-models/households/households.controller.js';
import { OrdersController } from './read-models/orders/orders.controller.js';
import { WebhooksController } from './read-models/webhooks/webhooks.controller.js';
import { RoundsController } from './read-models/rounds/rounds.controller.js';

export interface OrdersParts {
  runtime: Runtime;
  facts: Facts;
  vault: Vault;
  turns: Turns;
  rules: ReceiverRules;
}

@Module({})
export class OrdersModule {
  static register({ runtime, facts, vault, turns, rules }: OrdersParts): DynamicModule {
    return {
      module: OrdersModule,
      controllers: [
        HouseholdCommandsController,
        RoundCommandsController,
        OrderCommandsController,
        HouseholdsController,
        RoundsController,
        DemandController,
        OrdersController,
        WebhookCommandsController,
        WebhooksController,
        parkedController(runtime),
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: FACTS, useValue: facts },
        { provide: VAULT, useValue: vault },
        { provide: TURNS, useValue: turns },
        { provide: RECEIVER_RULES, useValue: rules },
        { provide: POSITION_WAITER, useValue: (vector: string, waitMs: number) => runtime.waitFor(vector, waitMs) },
      ],
    };
  }
}
