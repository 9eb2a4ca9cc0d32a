import { accept, reject, type By, type Decider } from '@baogong/decider';
import type { DutyRule } from '@baogong/duties';
import type { EventRecord } from '@baogong/event-pipe';

/** A decider just large enough to be commanded: it is opened once and then counts. */
export type CupboardCommand =
  | { type: 'OpenStation'; at: string; by: By; data: { shelves: number } }
  | { type: 'AdjustStock'; at: string; by: By; data: { change: number } };
export type CupboardEvent =
  | { type: 'CupboardOpened'; at: string; data: { shelves: number; openedBy: string } }
  | { type: 'CupboardFilled'; at: string; data: { change: number } };
export type CupboardState = { open: boolean; held: number };

export const cupboard: Decider<CupboardState, CupboardCommand, CupboardEvent, 'already-open' | 'not-open'> = {
  initial: { open: false, held: 0 },
  decide(command, state) {
    if (command.type === 'OpenStation') {
      if (state.open) return reject('already-open');
      const { at, by, data } = command;
      return accept({ type: 'CupboardOpened', at, data: { shelves: data.shelves, openedBy: by.role } });
    }
    if (!state.open) return reject('not-open');
    return accept({ type: 'CupboardFilled', at: command.at, data: { change: command.data.change } });
  },
  evolve: (state, event) =>
    event.type === 'CupboardOpened'
      ? { open: true, held: 0 }
      : { open: state.open, held: state.held + event.data.change },
};

export const eventTypes = { CupboardOpened: 1, CupboardFilled: 1 };
export const community = 'd-pudong/s-weifang/c-y';

export const rule = (more: Partial<DutyRule>): DutyRule => ({
  id: `${more.role ?? 'property-firm'}-${more.action ?? 'OpenStation'}`,
  role: 'property-firm',
  action: 'OpenStation',
  modality: 'allowed',
  postures: ['normal', 'alert', 'lockdown', 'recovery'],
  scope: 'territory',
  legalBasis: 'district emergency plan',
  appeal: 'residents-committee',
  seedRef: 'S50',
  validFrom: '2026-01-01T00:00:00.000Z',
  ...more,
});

export const matrix = {
  version: 1,
  rules: [
    rule({}),
    rule({ action: 'AdjustStock' }),
    rule({ role: 'volunteer', modality: 'forbidden' }),
    rule({ role: 'system', action: 'RecordRefusals', scope: 'city' }),
    rule({ role: 'system', action: 'OpenStation', scope: 'city' }),
    rule({ role: 'system', action: 'AdjustStock', scope: 'city' }),
  ],
};

let position = 0;

/** An event as the pipe brings it, each at a position of its own. */
export function recordOf(type: string, data: unknown, more: Partial<EventRecord> = {}): EventRecord {
  position += 1;
  return {
    ...{
      source: 'oversight',
      shard: 3,
      pos: position,
      epoch: 1,
      stream: `s-${position}`,
      version: 1,
      type,
      revision: 1,
    },
    ...{ id: `e-${position}`, actor: 'do-1', role: 'district-office', rule: 'r', policyVersion: 1 },
    ...{ authorityStale: false, correlation: 'c', causation: 'c', community, territory: community },
    ...{ at: '2026-04-15T00:00:00.000Z', drill: false, leaf: '', chain: '', data },
    ...more,
  };
}

export const granted = (actorId: string, role: string, grantId = `${actorId}-${role}`) =>
  recordOf('RoleGranted', { grantId, actorId, role, territory: community });
export const withdrawn = (actorId: string, role: string, grantId = `${actorId}-${role}`) =>
  recordOf('RoleWithdrawn', { grantId, actorId });
export const activated = () => recordOf('DutyMatrixActivated', matrix);
