import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event as it stands in the logs of installations, one file for each type and revision. Written once. */
export interface GoldenEvent {
  type: string;
  revision: number;
  /** Of the contract that it was written under, where its type is published. */
  contract?: string;
  data: unknown;
}

/** A folded stream as it stands in the snapshots of installations. */
export interface GoldenState {
  snapshotRevision: number;
  state: unknown;
}

export interface GoldenContract {
  version: number;
  fingerprint: string;
  fits(data: unknown): boolean;
}

interface Folding {
  initial: unknown;
  evolve(state: never, event: never): unknown;
  snapshotRevision?: number;
}

/** What a program makes of events: `folds` name each the types it is fed with, in an order that makes sense. */
export interface EventReading {
  eventTypes: Record<string, number>;
  upcast(stored: { type: string; revision: number; data: unknown }): { revision: number; data: unknown };
  contracts: Record<string, GoldenContract>;
  folds: Record<string, { folding: Folding; types: string[] }>;
}

interface Published {
  context: string;
  type: string;
  version: number;
  jsonSchema: unknown;
}
type Schemas = Record<string, { schema: { safeParse(data: unknown): { success: boolean } } }>;

/** Of one service, from the registry of contracts. */
export function goldenContracts(context: string, schemas: Schemas, published: Published[]): EventReading['contracts'] {
  return Object.fromEntries(
    published
      .filter((each) => each.context === context)
      .map(({ type, version, jsonSchema }) => [
        type,
        {
          version,
          fingerprint: fingerprintOf(jsonSchema),
          fits: (data: unknown) => schemas[type]!.schema.safeParse(data).success,
        },
      ]),
  );
}

/** A process manager as the fold that its stream of decisions is. */
export function foldOfDecisions(process: Folding): Folding {
  const evolve = process.evolve as (state: unknown, decision: unknown) => unknown;
  return {
    ...process,
    evolve: ((state: unknown, { data }: { data: unknown }) => evolve(state, data)) as Folding['evolve'],
  };
}

const AT = '2026-04-12T02:00:00.000Z';

/** All that a service's folder of golden files holds. */
export function readGolden(folder: string): { events: GoldenEvent[]; states: Record<string, GoldenState> } {
  const states = filesOf<GoldenState>(join(folder, 'states'));
  return { events: Object.values(filesOf<GoldenEvent>(join(folder, 'events'))), states };
}

function filesOf<T>(folder: string): Record<string, T> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  return Object.fromEntries(names.map((name) => [name.replace(/\.json$/, ''), read(name)]));
}

/** Of a JSON Schema, without what is said for people only. */
export function fingerprintOf(jsonSchema: unknown): string {
  const bare = JSON.stringify(jsonSchema, (name, value: unknown) =>
    name === 'description' && typeof value === 'string' ? undefined : value,
  );
  return createHash('sha256').update(bare).digest('hex').slice(0, 16);
}

/** @returns what this program would not read, or would read as something else, of logs and snapshots that are out there */
export function goldenFaults(
  reading: EventReading,
  { events, states }: { events: GoldenEvent[]; states: Record<string, GoldenState> },
): string[] {
  return [
    ...missing(reading, events),
    ...events.flatMap((event) => eventFaults(reading, event)),
    ...Object.entries(reading.contracts).flatMap(([type, contract]) =>
      contractFaults(type, contract, { reading, events }),
    ),
    ...Object.keys(reading.folds).flatMap((name) => foldFaults(name, reading, { events, state: states[name] })),
  ];
}

function missing({ eventTypes, folds }: EventReading, events: GoldenEvent[]): string[] {
  const known = new Set(events.map(nameOf));
  const folded = new Set(Object.values(folds).flatMap(({ types }) => types));
  return Object.entries(eventTypes).flatMap(([type, current]) => [
    ...Array.from({ length: current }, (_, place) => nameOf({ type, revision: place + 1 }))
      .filter((name) => !known.has(name))
      .map((name) => `${name} has no golden file`),
    ...(folded.has(type) ? [] : [`${type} is folded by nothing`]),
  ]);
}

function eventFaults(reading: EventReading, event: GoldenEvent): string[] {
  const current = reading.eventTypes[event.type];
  if (current === undefined) return [`${nameOf(event)} is in logs, but its type is gone`];
  if (event.revision > current) return [`${nameOf(event)} is in logs, but the program is at revision ${current}`];
  try {
    const { revision, data } = reading.upcast(event);
    if (revision !== current) return [`${nameOf(event)} is read as revision ${revision} of ${current}`];
    const contract = reading.contracts[event.type];
    return !contract || contract.fits(data) ? [] : [`${nameOf(event)} does not fit its contract as it is read`];
  } catch (error) {
    return [`${nameOf(event)} cannot be read: ${(error as Error).message}`];
  }
}

interface Kept {
  reading: EventReading;
  events: GoldenEvent[];
}

function contractFaults(type: string, { version, fingerprint }: GoldenContract, { reading, events }: Kept): string[] {
  const revision = reading.eventTypes[type];
  if (revision === undefined) return [];
  if (version !== revision) return [`${type} is stored at revision ${revision} and published at version ${version}`];
  const golden = events.find((event) => event.type === type && event.revision === revision);
  if (!golden || golden.contract === fingerprint) return [];
  return [
    `${type} has another contract and the same revision ${revision}: it needs a new one, an upcaster, a golden file`,
  ];
}

function foldFaults(
  name: string,
  reading: EventReading,
  { events, state }: { events: GoldenEvent[]; state: GoldenState | undefined },
): string[] {
  const { folding, types } = reading.folds[name]!;
  const unknown = types.filter((type) => reading.eventTypes[type] === undefined);
  if (unknown.length > 0) return [`${name} is fed with ${unknown.join(', ')}, which nobody appends`];
  try {
    const reached = foldOf(reading, { folding, types }, events);
    if (folding.snapshotRevision === undefined) return [];
    if (state?.snapshotRevision !== folding.snapshotRevision)
      return [`${name} has no golden state of revision ${folding.snapshotRevision}: ${JSON.stringify(reached)}`];
    if (JSON.stringify(reached) === JSON.stringify(state.state)) return [];
    return [`${name} folds to another state under the same snapshot revision: ${JSON.stringify(reached)}`];
  } catch (error) {
    return [`${name} does not fold: ${(error as Error).message}`];
  }
}

/** Every golden file of its types, older revisions first. */
export function foldOf(
  { upcast }: Pick<EventReading, 'upcast'>,
  { folding, types }: EventReading['folds'][string],
  events: GoldenEvent[],
): unknown {
  const evolve = folding.evolve as (state: unknown, event: unknown) => unknown;
  return types
    .flatMap((type) => events.filter((event) => event.type === type).sort((a, b) => a.revision - b.revision))
    .reduce((state, event) => evolve(state, { type: event.type, at: AT, data: upcast(event).data }), folding.initial);
}

const nameOf = ({ type, revision }: { type: string; revision: number }) => `${type}.${revision}`;
