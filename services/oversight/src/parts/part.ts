import type { Consumer, IssuedTable, ProcessRunner, ServiceDefinition } from '@baogong/commanding';
import type { PublishedMap } from '@baogong/event-pipe';
import type { Provider, Type } from '@nestjs/common';
import type { Runtime } from '../application/runtime.js';

/** What one topic adds to the service. Topics stand beside each other and know nothing of one another. */
export interface Part {
  migrations?: ServiceDefinition['migrations'];
  /** Events that neighbours may see, each with its translation; each is a type the service appends, at revision 1. */
  published?: PublishedMap;
  /** Types beyond the published ones, and those at a later revision. */
  eventTypes?: Record<string, number>;
  /** How what was stored at an earlier revision is read. */
  upcasters?: ServiceDefinition['upcasters'];
  /** Before anything is consumed or answered. */
  prepare?(runtime: Runtime): Promise<void>;
  consumers?(runtime: Runtime): Consumer[];
  processes?(runtime: Runtime): ProcessRunner[];
  issued?(runtime: Runtime): IssuedTable;
  /** What runs beside consumers and timers. */
  background?(runtime: Runtime): { close(): Promise<void> }[];
  controllers?: Type[];
  providers?(runtime: Runtime): Provider[];
}
