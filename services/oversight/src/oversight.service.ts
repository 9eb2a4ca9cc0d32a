import { processRunner, type AnyDecider, type ServiceDefinition } from '@baogong/commanding';
import { householdMovedIn } from './adapters/events/household-registered.js';
import { eventTypes, published } from './adapters/events/published.js';
import { OversightTables1764000100000 } from './adapters/postgres/oversight-tables.js';
import { install, type Installation } from './application/installation.js';
import { actor } from './domain/actor/actor.js';
import { residents } from './domain/residents/residents.process.js';
import { OversightModule } from './oversight.module.js';
import { actors } from './read-models/actors/actors.projection.js';
import { consignments } from './read-models/consignments/consignments.projection.js';
import { refusals } from './read-models/refusals/refusals.projection.js';
import {
  throughputOfDelivery,
  throughputOfInventory,
  throughputOfOrders,
} from './read-models/throughput/throughput.projection.js';

export function oversightServiceFor(installation: Installation): ServiceDefinition {
  return {
    name: 'oversight',
    eventTypes,
    published,
    migrations: [OversightTables1764000100000],
    consumers: () => [
      throughputOfOrders,
      throughputOfInventory,
      throughputOfDelivery,
      consignments,
      ...refusals,
      actors,
    ],
    processes: () => [
      processRunner({
        name: 'residents',
        process: residents,
        sources: [{ source: 'orders', handles: ['HouseholdRegistered'] }],
        translate: householdMovedIn,
      }),
    ],
    issued: () => ({
      RegisterActor: { decider: actor as AnyDecider, expects: ['already-registered'] },
      GrantRole: { decider: actor as AnyDecider, expects: ['already-granted'] },
    }),
    prepare: (runtime) => install(runtime, installation),
    module: (runtime) => OversightModule.register(runtime),
  };
}

/** Which district this installation serves, and who acts first for its office. */
export function installationOf(environment: Record<string, string | undefined>): Installation {
  return {
    district: environment['BAOGONG_DISTRICT'] ?? 'd-pudong',
    office: environment['BAOGONG_DISTRICT_OFFICE'] ?? 'do-1',
    officeName: environment['BAOGONG_DISTRICT_OFFICE_NAME'] ?? 'Pudong District Office',
  };
}

export const oversightService: ServiceDefinition = oversightServiceFor(installationOf(process.env));
