import { processRunner, type AnyDecider } from '@baogong/commanding';
import type { ActorRegistered, RoleGranted, RoleWithdrawn } from '@baogong/contracts';
import { householdTold } from '../adapters/events/household-told.js';
import { RegistryController } from '../adapters/http/registry.controller.js';
import { GRANT_LOOKUP } from '../application/runtime.js';
import { actor } from '../domain/actor/actor.js';
import { residents } from '../domain/residents/residents.process.js';
import { ActorsController } from '../read-models/actors/actors.controller.js';
import { actors } from '../read-models/actors/actors.projection.js';
import { grantLookup } from '../read-models/actors/grant-lookup.js';
import type { Part } from './part.js';

export const registryPart: Part = {
  published: {
    ActorRegistered: ({ data }) => data as ActorRegistered,
    RoleGranted: ({ data }) => data as RoleGranted,
    RoleWithdrawn: ({ data }) => data as RoleWithdrawn,
  },
  consumers: () => [actors],
  processes: () => [
    processRunner({
      name: 'residents',
      process: residents,
      sources: [{ source: 'orders', handles: ['HouseholdRegistered', 'HouseholdAmended'] }],
      translate: householdTold,
    }),
  ],
  issued: () => ({
    RegisterActor: { decider: actor as AnyDecider, expects: ['already-registered'] },
    GrantRole: { decider: actor as AnyDecider, expects: ['already-granted'] },
    // Of a call for help that was withdrawn before its hours began nobody has a role yet.
    WithdrawRole: { decider: actor as AnyDecider, expects: ['never-granted'] },
  }),
  controllers: [RegistryController, ActorsController],
  providers: (runtime) => [{ provide: GRANT_LOOKUP, useValue: grantLookup(runtime) }],
};
