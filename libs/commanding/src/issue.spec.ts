import { CommandDelayed, issuerOf } from './issue.js';
import type { CommandDesk, CommandResult } from './desk-types.js';
import { community, cupboard } from './spec/cupboard.js';
import { createLogger } from '@baogong/observability';
import { isTransient } from '@baogong/event-pipe';

const log = createLogger({ service: 'spec', level: 'silent' });
const origin = { key: '3:17:0', correlation: 'c', causation: 'e' };
const command = { action: 'AdjustStock', stream: { id: 's', kind: 'cupboard', territory: community }, data: {} };
const issueAnswered = (result: CommandResult) => {
  const desk = { issue: () => Promise.resolve(result) } as unknown as CommandDesk;
  return issuerOf(desk, { AdjustStock: { decider: cupboard, expects: ['not-open'] } }, log)(command, origin);
};

describe('a command issued by a process or a timer', () => {
  it('is settled when done, and when the domain rejects it: a redo would be rejected again', async () => {
    await issueAnswered({ kind: 'done', version: 1, replayed: true, events: [], position: '' });
    await issueAnswered({ kind: 'rejected', code: 'not-open' });
    await issueAnswered({ kind: 'rejected', code: 'unforeseen' });
  });

  it('comes again where it only has to wait', async () => {
    for (const result of [
      { kind: 'overloaded', retryAfterSeconds: 1 },
      { kind: 'authority-unknown' },
    ] satisfies CommandResult[]) {
      const failure = await issueAnswered(result).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CommandDelayed);
      expect(isTransient(failure)).toBe(true);
    }
  });

  it('is parked where no rule allows it, where its key is taken, and where nobody carries it out', async () => {
    const zh = { basis: 'b', appeal: 'a' };
    const refusal = {
      zh,
      reason: 'no-rule' as const,
      rule: 'no-rule',
      basis: 'b',
      appeal: 'a',
      action: 'AdjustStock',
      role: 'system',
    };
    const failures = [
      await issueAnswered({ kind: 'refused', ...refusal }).catch((error: unknown) => error),
      await issueAnswered({ kind: 'key-reused' }).catch((error: unknown) => error),
      await issuerOf({} as CommandDesk, {}, log)(command, origin).catch((error: unknown) => error),
    ];
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(Error);
      expect(isTransient(failure)).toBe(false);
    }
  });
});
