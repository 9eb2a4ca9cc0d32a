import type {
  Context,
  EventPipe,
  ProcessConsumer,
  Projection,
  PublishedMap,
  Settlement,
  StartedConsumers,
  ReadModel,
} from '@baogong/event-pipe';
import type { IssuedCommand } from '@baogong/decider';
import type { Clock, Instant, Territory } from '@baogong/kernel';
import type { InForce } from './in-force.js';
import type { AnyDecider, CommandDesk, IssueOrigin } from './desk-types.js';
import type { DataSource, MigrationInterface } from 'typeorm';
import type { Action, DutyMatrix, Posture, Role } from '@baogong/duties';
import type { EventStore, ParkedKey, Pool, Upcasters } from '@baogong/event-store';
import type { Log, Readings } from '@baogong/observability';

import type { TokenVerifier } from '@baogong/identity';

export type { InForce, Rationing } from './in-force.js';

export interface Grant {
  grantId: string;
  actor: string;
  role: Role;
  territory: Territory;
  organisation?: string;
  /** The only actions it covers; missing means all that the role may do. */
  actions?: Action[];
  startsAt?: Instant;
  expiresAt?: Instant;
  /** Who passed the duty on: while that actor lacks the role there, this grant is none. */
  delegatedBy?: string;
}

/** This service's own copy of what oversight decided: who holds which role where, the matrix and the posture. */
export interface Authority {
  /** Grants that have begun and are neither withdrawn nor expired, nor passed on by somebody who lacks the right. */
  grantsOf(actor: string): Grant[];
  /** The matrix of the highest version; undefined until the first one has arrived. */
  matrix(): DutyMatrix | undefined;
  /** The posture of the nearest territory above (or at) the place; `normal` before any was switched. */
  posture(territory?: Territory): Posture;
  /** Undefined until the first matrix has arrived; the nearest territory with a posture or a risk level counts. */
  inForce(territory: Territory): InForce | undefined;
  /** Seconds since this copy was last known to be complete. */
  staleSeconds(): number;
  isStale(): boolean;
  /**
   * That something was done under this version of its district's policies: one that has not come yet decides nothing here
   * until it has.
   */
  hear(heard: { territory: Territory; policyVersion: number }): void;
  /** Told by whoever found the copy caught up with oversight's log. */
  confirm(): void;
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface IssuedHandler {
  decider: AnyDecider;
  /** Turns the data of the issued command into the decider's, with facts looked up now; as it is when missing. */
  data?(command: IssuedCommand): unknown;
  /** The action whose duty it is, where that is not its own: a further step of what that action began. */
  duty?: Action;
  /** Domain refusals that are expected here; any other is logged as a warning. */
  expects?: string[];
}

/** Action -> decider, for every command a process or a timer of this service issues. */
export type IssuedTable = Record<string, IssuedHandler>;

export type Consumer = Projection | ProcessConsumer;

export interface ServiceKeys {
  passSigning?: Uint8Array;
  vaultMaster?: Uint8Array;
  /** Wraps the keys that seal the words of cases. */
  wordsMaster?: Uint8Array;
  /** The database of the households' wrapped keys, apart from what they open. */
  vaultKeysUrl?: string;
  /** Signs the duty matrix: of oversight only. */
  matrixSigning?: Uint8Array;
  /** Public keys of the district, as `matrixKeyOf` gives them; without any a service takes what it is told. */
  matrixKeys?: readonly string[];
}

export interface ServiceRuntime {
  service: Context;
  store: EventStore;
  pool: Pool;
  dataSource: DataSource;
  clock: Clock;
  authority: Authority;
  desk: CommandDesk;
  verifier: TokenVerifier;
  keys: ServiceKeys;
  random(count: number): Uint8Array;
  log: Log;
  /** A new UUIDv7 by the service's clock. */
  newId(): string;
  /** Issues a command of the service's table in the role `system`. */
  issue(command: IssuedCommand, origin: IssueOrigin): Promise<void>;
  parking: Parking;
  /** Waits until this service's own consumers have applied the positions, such as `orders:3=17`; false on time-out. */
  waitFor(vector: string, milliseconds: number): Promise<boolean>;
}

/** What can be done about events that a consumer of this service put aside. */
export interface Parking {
  /** Whether this program has the consumer. */
  has(key: ParkedKey): boolean;
  settle(settlement: Settlement): Promise<void>;
}

/** All a service tells the machinery about itself. */
export interface ServiceDefinition {
  name: Context;
  /** Every event type the service appends, with its current revision; DutyRefused and decisions are added. */
  eventTypes: Record<string, number>;
  upcasters?: Upcasters;
  /** Event types neighbours may see, each with its translation to the contract; DutyRefused is added. */
  published: PublishedMap;
  migrations: (new () => MigrationInterface)[];
  /** Those that an operator may have made again from the log while the service runs. */
  readModels?: ReadModel[];
  /** TypeORM entities of the read models, where a service uses any. */
  entities?: (new () => object)[];
  /** Read-model projections and further consumers; those of `processes` and the authority's are added. */
  consumers(runtime: ServiceRuntime): Consumer[];
  /** Process managers; each becomes two consumers, one that records decisions and one that issues their commands. */
  processes?(runtime: ServiceRuntime): ProcessRunner[];
  /** The commands that processes and timers issue. */
  issued(runtime: ServiceRuntime): IssuedTable;
  /** Runs once everything is open and before intake; what an installation needs on first start. */
  prepare?(runtime: ServiceRuntime): Promise<void>;
  /** What runs beside consumers and timers; it is stopped before them. */
  background?(runtime: ServiceRuntime): { close(): Promise<void> }[];
  /** The Nest dynamic module with the controllers. */
  module(runtime: ServiceRuntime): object;
}

/** A process manager made ready by `processRunner`. */
export interface ProcessRunner {
  decidedType: string;
  consumers(runtime: ServiceRuntime): ProcessConsumer[];
}

export interface OpenOptions {
  /** Of the role that owns the schema; used for migrations only. */
  ownerUrl: string;
  appUrl: string;
  verifier: TokenVerifier;
  keys?: ServiceKeys;
  /** What the issuer of tokens is known by; see `Identity`. */
  issuer?: string;
  /** Fingerprints of changed keys that may take the place of what the database was begun with. */
  acceptedKeys?: readonly string[];
  log?: Log;
}

export interface StartOptions extends OpenOptions {
  pipe: EventPipe;
}

export interface StartedService {
  runtime: ServiceRuntime;
  definition: ServiceDefinition;
  consumers: StartedConsumers;
  /** What it can be asked about itself, for metrics. */
  readings: Readings;
  /** Stops intake, lanes, consumers and pools in this order. @param deadlineMs at most 10,000 */
  close(deadlineMs?: number): Promise<void>;
}
