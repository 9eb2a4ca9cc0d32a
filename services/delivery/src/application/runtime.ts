import type { CommandResult, DomainEvent, ServiceRuntime } from '@baogong/commanding';

/** The token under which Nest hands this service's runtime to its controllers. */
export const RUNTIME = Symbol('DeliveryRuntime');

/** What the commands and readings of this service need of the machinery. */
export type Delivery = Pick<ServiceRuntime, 'authority' | 'clock' | 'desk' | 'keys' | 'store'>;

export type Result = Promise<CommandResult<DomainEvent, string>>;
