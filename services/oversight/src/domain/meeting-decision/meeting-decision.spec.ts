import { specificationOf, type By } from '@baogong/decider';
import { addMinutes } from '@baogong/kernel';
import { meetingDecision, type MeetingCommand, type MeetingEvent } from './meeting-decision.js';

const { given } = specificationOf(meetingDecision);
const at = '2026-04-15T02:00:00.000Z';
const dueAt = addMinutes(at, 3 * 24 * 60);
const owner = { role: 'property-firm', actor: 'pf-y' };
const place = 'd-pudong/s-weifang/c-y';
const by = (actor: string): By => ({ actor, role: 'x', organisation: actor, households: [] });
const record = (more: object = {}): MeetingCommand => ({
  type: 'RecordDecision',
  at,
  by: by('rc-y'),
  data: {
    decisionId: 'd1',
    place,
    title: 'A second gate for deliveries',
    owner: 'pf-y',
    holders: [owner],
    dueAt,
    ...more,
  },
});
const recorded: MeetingEvent = {
  type: 'DecisionRecorded',
  at,
  data: { decisionId: 'd1', place, title: 'A second gate for deliveries', owner, dueAt },
};
const end = (who: string, outcome: 'fulfilled' | 'dropped' = 'fulfilled', reason?: string): MeetingCommand => ({
  type: 'EndDecision',
  at,
  by: by(who),
  data: { outcome, ...(reason ? { reason } : {}) },
});
const ended: MeetingEvent = { type: 'DecisionEnded', at, data: { decisionId: 'd1', outcome: 'fulfilled', owner } };
const lapse = (when: string): MeetingCommand => ({ type: 'LapseDecision', at: when, by: by('system'), data: {} });
const overdue: MeetingEvent = { type: 'DecisionOverdue', at: dueAt, data: { decisionId: 'd1', owner } };

describe('a decision of a meeting', () => {
  it('S66: has an owner and a due date', () => given().when(record()).then(recorded));
  it('S66: is refused for the past, for nobody, and twice', () => {
    given()
      .when(record({ dueAt: at }))
      .thenRejected('due-in-the-past');
    given()
      .when(record({ owner: 'pf-none' }))
      .thenRejected('unknown-owner');
    given(recorded).when(record()).thenRejected('already-recorded');
  });
  it('S43: stays open until its outcome is recorded, past its day too', () => {
    given(recorded).when(lapse(at)).thenNothing();
    given(recorded).when(lapse(dueAt)).then(overdue);
    given(recorded, overdue).when(lapse(dueAt)).thenNothing();
    given(recorded, overdue).when(end('rc-y')).then(ended);
  });
  it('S24: is not ended by its owner, nor twice, nor dropped without a reason', () => {
    given(recorded).when(end('pf-y')).thenRejected('own-work');
    given(recorded, ended).when(end('rc-y')).thenRejected('already-ended');
    given(recorded).when(end('rc-y', 'dropped')).thenRejected('reason-missing');
    given().when(end('rc-y')).thenRejected('unknown-decision');
  });
});
