import type { Caller, CommandResult } from '@baogong/commanding';
import type { Territory } from '@baogong/kernel';
import {
  household,
  type HouseholdCommand,
  type HouseholdEvent,
  type HouseholdRejection,
} from '../domain/household/household.js';
import { withChannel } from './channel.js';
import { readHousehold } from './reading.js';
import type { PersonalData, Runtime, Vault } from './runtime.js';
import { householdStream } from './streams.js';

export type Result = CommandResult<HouseholdEvent, HouseholdRejection>;
export type Registering = { householdId: string; territory: Territory; people: number; personal: PersonalData };

/**
 * The log learns codes and counts, the vault the rest. The vault is written after the append, and again when the
 * command is repeated: a crash in between leaves nothing that the client's repetition does not mend.
 */
export async function registerHousehold(
  { runtime, vault }: { runtime: Runtime; vault: Vault },
  caller: Caller,
  { householdId, territory, people, personal }: Registering,
): Promise<Result> {
  const members = personal.members.map(({ actorId }) => actorId);
  const result = await runtime.desk.handle({
    action: 'RegisterHousehold',
    caller,
    stream: householdStream(householdId, territory),
    decider: household,
    data: { householdId, territory, people, members },
    toCommand: (command) => command as HouseholdCommand,
  });
  if (result.kind === 'done') await vault.write(householdId, result.version, personal);
  return result;
}

export type Amending = Omit<Registering, 'territory'>;

/** As at registering: the log learns codes and counts, the vault the rest. */
export async function amendHousehold(
  { runtime, vault }: { runtime: Runtime; vault: Vault },
  caller: Caller,
  { householdId, people, personal }: Amending,
): Promise<Result> {
  const { state } = await readHousehold(runtime, householdId);
  if (state.status === 'none') return { kind: 'not-found' };
  const members = personal.members.map(({ actorId }) => actorId);
  const result = await runtime.desk.handle({
    action: 'AmendHousehold',
    caller,
    stream: householdStream(householdId, state.territory),
    decider: household,
    data: { people, members },
    toCommand: (command) => command as HouseholdCommand,
  });
  if (result.kind === 'done') await vault.write(householdId, result.version, personal);
  return result;
}

export async function recordConsent(
  runtime: Runtime,
  caller: Caller,
  { householdId, platform }: { householdId: string; platform: string },
): Promise<Result> {
  const { state } = await readHousehold(runtime, householdId);
  if (state.status === 'none') return { kind: 'not-found' };
  return runtime.desk.handle({
    action: 'RecordConsent',
    caller,
    stream: householdStream(householdId, state.territory),
    decider: household,
    data: { platform },
    toCommand: (command) => withChannel(command) as HouseholdCommand,
  });
}
