import { specificationOf, type By } from '@baogong/decider';
import type { Charge, Duty, ObligationCommand, ObligationEvent, Outcome } from './messages.js';
import { obligation } from './obligation.js';

const { given } = specificationOf(obligation);
const territory = 'd-pudong/s-weifang/c-y';
const obligationId = 'count-c1';
const at = (time: string) => `2026-04-15T${time}:00.000Z`;
const duty = {
  obligationId,
  action: 'ReceiveGoods',
  territory,
  subject: { kind: 'consignment' as const, id: 'c1' },
  startedAt: at('05:00'),
};
const firm: Charge = {
  rule: 'receive-goods/property-firm',
  role: 'property-firm',
  owner: 'pf-y',
  minutes: 120,
  escalateTo: 'residents-committee',
};
const committee: Charge = {
  rule: 'settle-breach/residents-committee',
  role: 'residents-committee',
  owner: 'rc-y',
  minutes: 480,
  escalateTo: 'subdistrict-office',
};
const office: Charge = {
  rule: 'settle-breach/subdistrict-office',
  role: 'subdistrict-office',
  owner: 'sd-1',
  minutes: 480,
  escalateTo: 'district-office',
};
const system: By = { actor: 'system', role: 'system', organisation: 'system', households: [] };
const byOf = (actor: string, role: string): By => ({ actor, role, organisation: actor, households: [] });
const without = ({ minutes: _, ...charge }: Charge) => charge;

const start = (charge: Charge | null = firm, now = at('05:00'), more: Partial<Duty> = {}): ObligationCommand => ({
  type: 'StartDuty',
  at: now,
  by: system,
  data: { ...duty, ...more, ...(charge ? { charge } : {}) },
});
/** What no rule obliges to now, and one of another posture would. */
const note = (more: Partial<Duty> = {}): ObligationCommand => ({
  type: 'StartDuty',
  at: at('05:00'),
  by: system,
  data: { ...duty, ...more, note: true },
});
const noted = (when = at('05:00'), more: Partial<Duty> = {}): ObligationEvent => ({
  type: 'DutyNoted',
  at: when,
  data: { ...duty, ...more },
});
const drop: ObligationCommand = { type: 'LapseDuty', at: at('06:00'), by: system, data: { reason: 'withdrawn' } };
const fulfil = (doneAt: string, keep?: boolean): ObligationCommand => ({
  type: 'FulfilDuty',
  at: at('23:59'),
  by: system,
  data: { obligationId, doneAt, doneBy: 'pf-y', ...(keep ? { keep } : {}) },
});
const ring = (dueAt: string, next?: Charge, obliged = true): ObligationCommand => ({
  type: 'EscalateDuty',
  at: dueAt,
  by: system,
  data: { dueAt, obliged, ...(next ? { next } : {}) },
});
const review = (switchedAt: string, charge?: Charge): ObligationCommand => ({
  type: 'ReviewDuty',
  at: switchedAt,
  by: system,
  data: { switchedAt, ...(charge ? { charge } : {}) },
});
const settle = (by: By, reason = 'the lift was out of order', outcome: Outcome = 'excused'): ObligationCommand => ({
  type: 'SettleBreach',
  at: at('08:00'),
  by,
  data: { outcome, reason },
});

const started: ObligationEvent = {
  type: 'DutyStarted',
  at: at('05:00'),
  data: { ...duty, ...without(firm), dueAt: at('07:00') },
};
const breached: ObligationEvent = {
  type: 'DutyBreached',
  at: at('07:00'),
  data: {
    obligationId,
    action: 'ReceiveGoods',
    territory,
    rule: firm.rule,
    role: firm.role,
    owner: 'pf-y',
    dueAt: at('07:00'),
  },
};
const first: ObligationEvent = {
  type: 'DutyEscalated',
  at: at('07:00'),
  data: { obligationId, level: 1, ...without(committee), dueAt: at('15:00') },
};
const second: ObligationEvent = {
  type: 'DutyEscalated',
  at: at('15:00'),
  data: { obligationId, level: 2, ...without(office), dueAt: at('23:00') },
};
const unanswered: ObligationEvent = {
  type: 'DutyUnanswered',
  at: at('23:00'),
  data: { obligationId, level: 2, role: 'subdistrict-office', owner: 'sd-1', dueAt: at('23:00') },
};
const fulfilled = (doneAt: string, late: boolean, clock?: string): ObligationEvent => ({
  type: 'DutyFulfilled',
  at: at('23:59'),
  data: { obligationId, doneAt, doneBy: 'pf-y', late, ...(clock ? { clock } : {}) },
});
const lapsed = (breach: boolean, clock: string, when: string): ObligationEvent => ({
  type: 'DutyLapsed',
  at: when,
  data: { obligationId, reason: 'posture-switched', breached: breach, clock },
});

describe('a duty with a clock', () => {
  it('S42 I14: begins with an owner, a due time and somebody to escalate to', () =>
    given().when(start()).then(started));
  it('begins no clock where nobody is obliged', () => given().when(start(null)).thenNothing());
  it('begins once', () => given(started).when(start()).thenNothing());
  it('counts from what happened, however late it was heard', () =>
    given()
      .when(start(firm, at('09:00')))
      .then({ ...started, at: at('09:00') }));
  it('S69: is due at the end of what was promised, and within the rule’s time where that is over', () => {
    const promised = (promisedBy: string, dueAt: string) =>
      given()
        .when(start(firm, at('05:00'), { promisedBy }))
        .then({ ...started, data: { ...started.data, promisedBy, dueAt } } as ObligationEvent);
    promised(at('14:00'), at('14:00'));
    promised(at('04:00'), at('07:00'));
  });
  it('ends by being done in time', () =>
    given(started).when(fulfil(at('06:10'))).then(fulfilled(at('06:10'), false, at('07:00')))); // prettier-ignore
  it('takes a breach back that was told before the deed was heard of', () =>
    given(started, breached, first).when(fulfil(at('06:59'))).then(fulfilled(at('06:59'), false, at('15:00')))); // prettier-ignore
  it('is late where it was done after its time', () =>
    given(started, breached, first).when(fulfil(at('07:01'))).then(fulfilled(at('07:01'), true, at('15:00')))); // prettier-ignore
  it('remembers a deed that became known before the duty', () => {
    const early: ObligationEvent = {
      type: 'DutyForestalled',
      at: at('23:59'),
      data: { obligationId, doneAt: at('04:00'), doneBy: 'pf-y' },
    };
    given()
      .when(fulfil(at('04:00'), true))
      .then(early);
    given(early).when(start()).thenNothing();
    given().when(fulfil(at('04:00'))).thenNothing(); // prettier-ignore
  });
});

describe('a thing that is forbidden', () => {
  it('S84 S30: is a breach as soon as it is done, told to whoever answers for it, with a clock of its own', () => {
    const forbidden = { ...duty, obligationId: 'restrict-r1', action: 'AddRestriction', named: 'pf-y' };
    const { minutes: _none, ...held } = { ...firm, rule: 'add-restriction/property-firm' };
    const { obligationId } = forbidden;
    const doing = (next?: Charge): ObligationCommand => ({
      ...{ type: 'StartDuty', at: at('05:01'), by: system },
      data: { ...forbidden, broken: { ...held, ...(next ? { next } : {}) } },
    });
    const begins: ObligationEvent = {
      ...{ type: 'DutyStarted', at: at('05:01') },
      data: { ...forbidden, ...held, dueAt: at('05:00') },
    };
    const { rule, role, owner } = held;
    const broken: ObligationEvent = {
      ...{ type: 'DutyBreached', at: at('05:01') },
      data: { obligationId, action: 'AddRestriction', territory, rule, role, owner, dueAt: at('05:00') },
    };
    const told: ObligationEvent = {
      ...{ type: 'DutyEscalated', at: at('05:01') },
      data: { obligationId, level: 1, ...without(committee), dueAt: at('13:01') },
    };
    given().when(doing(committee)).then(begins, broken, told); // prettier-ignore
    given(begins, broken, told).when(doing(committee)).thenNothing(); // prettier-ignore
    given(begins, broken, told).when(settle(byOf('pf-y', 'residents-committee'))).thenRejected('own-breach'); // prettier-ignore
    const silent = { obligationId, level: 0 as const, role, owner, dueAt: at('05:00') };
    given().when(doing()).then(begins, broken, { type: 'DutyUnanswered', at: at('05:01'), data: silent }); // prettier-ignore
  });
});

describe('a duty that is not done', () => {
  it('S43 N6: is breached and told to one level, then to another, each with its own clock', () => {
    given(started)
      .when(ring(at('07:00'), committee))
      .then(breached, first);
    given(started, breached, first)
      .when(ring(at('15:00'), office))
      .then(second);
  });
  it('I19: is told to two levels at most, and that nobody answered is its recorded end', () =>
    given(started, breached, first, second)
      .when(ring(at('23:00'), { ...office, role: 'district-office' }))
      .then(unanswered));
  it('says at once that nobody answers where there is nobody', () =>
    given(started)
      .when(ring(at('07:00')))
      .then(breached, {
        type: 'DutyUnanswered',
        at: at('07:00'),
        data: { obligationId, level: 0, role: 'property-firm', owner: 'pf-y', dueAt: at('07:00') },
      }));
  it('fires once: a clock that another has replaced, or that rings again, changes nothing', () => {
    given(started)
      .when(ring(at('06:00'), committee))
      .thenNothing();
    given(started, breached, first)
      .when(ring(at('07:00'), committee))
      .thenNothing();
    given(started, fulfilled(at('06:10'), false))
      .when(ring(at('07:00'), committee))
      .thenNothing();
    given(started, breached, first, second, unanswered)
      .when(ring(at('23:00'), office))
      .thenNothing();
  });
});

describe('a switch of posture while the clock runs', () => {
  const suspended = (when: string) => [lapsed(false, at('07:00'), when), noted(when)];
  it('S6: stops it outside a crisis, without a breach', () => {
    given(started)
      .when(review(at('06:00')))
      .then(...suspended(at('06:00')));
    given(started)
      .when(ring(at('07:00'), undefined, false))
      .then(...suspended(at('07:00')));
  });
  it('S6 S61: starts what the new posture makes a duty of what is open already, with its whole time', () => {
    const begun = (switchedAt: string, dueAt: string, more: Partial<Duty> = {}): ObligationEvent => ({
      ...{ type: 'DutyStarted', at: switchedAt },
      data: { ...duty, startedAt: switchedAt, ...more, ...without(firm), dueAt },
    });
    given().when(note()).then(noted());
    given(noted()).when(note()).thenNothing();
    given(noted())
      .when(review(at('09:00'), firm))
      .then(begun(at('09:00'), at('11:00')));
    given(noted()).when(review(at('09:00'))).thenNothing(); // prettier-ignore
    given(started, ...suspended(at('06:00')))
      .when(review(at('06:30'), firm))
      .then(begun(at('06:30'), at('08:30')));
    const ahead = { startedAt: at('12:00') };
    given(noted(at('05:00'), ahead))
      .when(review(at('09:00'), firm))
      .then(begun(at('09:00'), at('14:00'), ahead));
  });
  it('starts nothing that was done or withdrawn in the meantime', () => {
    const done: ObligationEvent = {
      ...{ type: 'DutyForestalled', at: at('23:59') },
      data: { obligationId, doneAt: at('06:00'), doneBy: 'pf-y' },
    };
    given(noted())
      .when(fulfil(at('06:00')))
      .then(done);
    const dropped: ObligationEvent = {
      ...{ type: 'DutyDropped', at: at('06:00') },
      data: { obligationId, reason: 'withdrawn' },
    };
    given(noted()).when(drop).then(dropped);
    for (const end of [done, dropped]) given(noted(), end).when(review(at('09:00'), firm)).thenNothing(); // prettier-ignore
  });
  it('rings no clock of what was stopped', () =>
    given(started, ...suspended(at('06:00')))
      .when(ring(at('07:00'), committee))
      .thenNothing());
  it('moves no promise', () => {
    const promise = { promisedBy: at('14:00') };
    const running = { ...started, data: { ...started.data, ...promise, dueAt: at('14:00') } } as ObligationEvent;
    for (const minutes of [10, 240, 1440])
      given(running)
        .when(review(at('06:30'), { ...firm, minutes }))
        .thenNothing();
  });
  it('keeps a breach on record and asks nobody to answer for it any more', () =>
    given(started, breached, first).when(review(at('10:00'))).then(lapsed(true, at('15:00'), at('10:00')))); // prettier-ignore
  it('counts a longer time from the beginning, a shorter one from the switch', () => {
    const moved = (dueAt: string, minutes: number) => {
      const data = { obligationId, rule: firm.rule, dueAt, clock: at('07:00') };
      given(started)
        .when(review(at('06:30'), { ...firm, minutes }))
        .then({ type: 'DutyRescheduled', at: at('06:30'), data });
    };
    moved(at('09:00'), 240);
    moved(at('06:40'), 10);
    given(started)
      .when(review(at('06:30'), { ...firm, minutes: 60 }))
      .thenNothing(); // not earlier than it was
    given(started)
      .when(review(at('06:30'), firm))
      .thenNothing();
  });
  it('leaves what has ended alone', () =>
    given(started, fulfilled(at('06:10'), false)).when(review(at('06:30'))).thenNothing()); // prettier-ignore
});

describe('settling a breach', () => {
  const history = [started, breached, first];
  const settled = (role: string, by: string, clock?: string): ObligationEvent => ({
    type: 'BreachSettled',
    at: at('08:00'),
    data: {
      obligationId, outcome: 'excused', reason: 'the lift was out of order', role, settledBy: by, ...(clock ? { clock } : {}),
    },
  }); // prettier-ignore
  it('S43: is done by whoever it was told to, with a reason', () => {
    const by = byOf('rc-y', 'residents-committee');
    given(...history).when(settle(by)).then(settled('residents-committee', 'rc-y', at('15:00'))); // prettier-ignore
    given(...history).when(settle(by, '  ')).thenRejected('reason-missing'); // prettier-ignore
  });
  it('S24: is never done by whoever is in breach', () =>
    given(...history).when(settle(byOf('pf-y', 'residents-committee'))).thenRejected('own-breach')); // prettier-ignore
  it('is the turn of one office at a time', () => {
    const above = byOf('sd-1', 'subdistrict-office');
    given(...history).when(settle(above)).thenRejected('not-yours-to-settle'); // prettier-ignore
    given(...history, second, unanswered).when(settle(above)).then(settled('subdistrict-office', 'sd-1')); // prettier-ignore
  });
  it('needs a breach, and is done once', () => {
    const by = byOf('rc-y', 'residents-committee');
    given().when(settle(by)).thenRejected('never-started');
    given(noted()).when(settle(by)).thenRejected('never-started');
    given(started).when(settle(by)).thenRejected('not-breached');
    given(...history, settled('residents-committee', 'rc-y', at('15:00'))).when(settle(by)).thenRejected('already-settled'); // prettier-ignore
  });
});
