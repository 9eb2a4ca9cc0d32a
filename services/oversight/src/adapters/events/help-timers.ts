import type { HelpCalled, HelpCallEnded, HelpSignedUp } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer, type Tx } from '@baogong/event-store';
import type { IssuedCommand } from '@baogong/decider';
import type { Instant, Territory } from '@baogong/kernel';
import { actorStream, helpCallStream } from '../../application/streams.js';

const grantId = (callId: string, actorId: string) => `help-${callId}-${actorId}`;

/** A call ends with its hours; whoever has a place gets the role when they begin, and loses it where it is withdrawn. */
export const helpTimers: Projection = {
  name: 'help-timers',
  source: 'oversight',
  handles: ['HelpCalled', 'HelpSignedUp', 'HelpCallEnded'],
  async apply(tx, records) {
    for (const { type, at, territory, data } of records) {
      if (type === 'HelpCalled') await end(tx, data as HelpCalled);
      else if (type === 'HelpSignedUp') await begin(tx, data as HelpSignedUp);
      else if ((data as HelpCallEnded).how === 'withdrawn')
        await takeBack(tx, { at, territory, ...(data as HelpCallEnded) });
    }
  },
};

function end(tx: Tx, { callId, territory, to }: HelpCalled): Promise<void> {
  const command = { action: 'EndHelpCall', stream: helpCallStream(callId, territory), data: {} };
  return scheduleTimer(tx, { id: `help-call-${callId}`, dueAt: to, command });
}

function begin(tx: Tx, { callId, actorId, territory, lead, actions, from, to }: HelpSignedUp): Promise<void> {
  const id = grantId(callId, actorId);
  const grant = { grantId: id, actorId, role: 'volunteer', territory, organisation: lead, actions, expiresAt: to };
  const command = onActor('GrantRole', { actorId, territory, data: grant });
  return scheduleTimer(tx, { id: `begin-${id}`, dueAt: from, command });
}

interface Withdrawn extends HelpCallEnded {
  at: Instant;
  territory: Territory;
}

async function takeBack(tx: Tx, { at, callId, territory, helpers }: Withdrawn): Promise<void> {
  for (const actorId of helpers) {
    const id = grantId(callId, actorId);
    await cancelTimer(tx, `begin-${id}`);
    const command = onActor('WithdrawRole', { actorId, territory, data: { grantId: id, actorId } });
    await scheduleTimer(tx, { id: `end-${id}`, dueAt: at, command });
  }
}

interface OnActor {
  actorId: string;
  territory: Territory;
  data: object;
}

function onActor(action: 'GrantRole' | 'WithdrawRole', { actorId, territory, data }: OnActor): IssuedCommand {
  const reach = [{ role: 'system', territory }];
  return { action, stream: actorStream(actorId, territory), data: { ...data, reach } };
}
