import type { IssuedTable, ServiceDefinition } from '@baogong/commanding';
import { setting, type Environment } from '@baogong/operation';
import { PARKING_EVENTS, parkingConsumer } from '@baogong/parking';
import { OversightTables1764000100000 } from './adapters/postgres/oversight-tables.js';
import { install, type Installation } from './application/installation.js';
import { OversightModule } from './oversight.module.js';
import { PARTS } from './parts/parts.js';

const published = Object.assign({}, ...PARTS.map((part) => part.published)) as ServiceDefinition['published'];
const firstRevisions = Object.fromEntries(Object.keys(published).map((type) => [type, 1]));

export function oversightServiceFor(installation: Installation): ServiceDefinition {
  return {
    name: 'oversight',
    eventTypes: Object.assign(firstRevisions, PARKING_EVENTS, ...PARTS.map(({ eventTypes }) => eventTypes)) as Record<
      string,
      number
    >,
    upcasters: Object.assign({}, ...PARTS.map(({ upcasters }) => upcasters)) as NonNullable<
      ServiceDefinition['upcasters']
    >,
    published,
    // One file per topic; what has been released stays as it is.
    migrations: [OversightTables1764000100000, ...PARTS.flatMap(({ migrations = [] }) => migrations)],
    consumers: (runtime) => [...PARTS.flatMap(({ consumers }) => consumers?.(runtime) ?? []), parkingConsumer(runtime)],
    processes: (runtime) => PARTS.flatMap(({ processes }) => processes?.(runtime) ?? []),
    issued: (runtime) => Object.assign({}, ...PARTS.map(({ issued }) => issued?.(runtime))) as IssuedTable,
    background: (runtime) => PARTS.flatMap(({ background }) => background?.(runtime) ?? []),
    async prepare(runtime) {
      await install(runtime, installation);
      for (const part of PARTS) await part.prepare?.(runtime);
    },
    module: (runtime) => OversightModule.register(runtime),
  };
}

/** Which district this installation serves, and who acts first for its office. */
export function installationOf(environment: Environment): Installation {
  return {
    district: setting(environment, 'BAOGONG_DISTRICT'),
    office: setting(environment, 'BAOGONG_DISTRICT_OFFICE'),
    officeName: setting(environment, 'BAOGONG_DISTRICT_OFFICE_NAME'),
  };
}

export const oversightService: ServiceDefinition = oversightServiceFor(installationOf(process.env));
