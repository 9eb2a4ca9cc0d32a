import type { Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer } from '@baogong/event-store';
import type { Instant } from '@baogong/kernel';
import { caseStream } from '../../application/streams.js';

interface Clocked {
  caseId: string;
  clock?: number;
  dueAt: Instant;
  statementDueAt?: Instant;
}

/** What a clock of a case leads to when it runs out; events that set none are not here. */
const LEADS_TO: Record<string, string> = {
  CaseOpened: 'EscalateCase',
  CaseEscalated: 'EscalateCase',
  CaseReopened: 'EscalateCase',
  CaseSampled: 'EscalateCase',
  CaseAnswered: 'CloseCase',
  DisputeMediated: 'CloseCase',
};

/** One timer per clock; a clock that was replaced is cancelled, and would find nothing to do. */
export const caseTimers: Projection = {
  name: 'case-timers',
  source: 'oversight',
  handles: Object.keys(LEADS_TO),
  async apply(tx, records) {
    for (const { type, territory, data } of records) {
      const { caseId, clock = 1, dueAt, statementDueAt } = data as Clocked;
      const stream = caseStream(caseId, territory);
      const command = { action: LEADS_TO[type]!, stream, data: { clock } };
      await cancelTimer(tx, timerOf(caseId, clock - 1));
      await scheduleTimer(tx, { id: timerOf(caseId, clock), dueAt, command });
      if (!statementDueAt) continue;
      const missing = { action: 'MissStatement', stream, data: {} };
      await scheduleTimer(tx, { id: `case-statement-${caseId}`, dueAt: statementDueAt, command: missing });
    }
  },
};

const timerOf = (caseId: string, clock: number) => `case-${caseId}-${clock}`;
