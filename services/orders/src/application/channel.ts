import type { DomainCommand } from '@baogong/commanding';
import type { By } from '@baogong/decider';
import type { Channel } from '../domain/household/household.js';

/** The role acted in says how a wish reached us; deciders then check the facts that belong to that channel. */
export function channelOf({ role }: By): Channel {
  if (role === 'resident') return 'api';
  return role === 'platform' ? 'platform' : 'desk';
}

export function withChannel(command: DomainCommand): DomainCommand {
  return { ...command, data: { ...(command.data as object), channel: channelOf(command.by) } };
}
