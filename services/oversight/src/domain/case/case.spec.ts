import { specificationOf, type By } from '@baogong/decider';
import { addMinutes, uuid7 } from '@baogong/kernel';
import { feedbackCase } from './case.js';
import { isSampled } from './ending.js';
import type { CaseCommand, CaseEvent } from './messages.js';
import { numberOf } from './opening.js';
import type { Desk } from './owners.js';
import { severityOf } from './severity.js';

const { given } = specificationOf(feedbackCase);
const at = '2026-04-15T02:00:00.000Z';
const ids = Array.from({ length: 40 }, (_, n) => uuid7(Date.parse(at) + n, new Uint8Array(10).fill(n)));
const plain = { openedBy: ['re-1'], doers: ['pf-y'] };
const sampled = ids.find((caseId) => isSampled({ caseId, ...plain }))!;
const unsampled = ids.find((caseId) => !isSampled({ caseId, ...plain }))!;

const by = (actor: string, role: string, households: string[] = []): By => ({
  actor,
  role,
  organisation: actor,
  households,
});
const resident = by('re-1', 'resident', ['0302']);
const neighbour = by('re-2', 'resident', ['0303']);
const firm = by('pf-y', 'property-firm');
const committee = by('rc-y', 'residents-committee');
const volunteer = by('vo-1', 'volunteer');
const system = by('system', 'system');
const desks: Desk[] = [
  { role: 'property-firm', minutes: 240, escalateTo: 'residents-committee', actors: ['pf-y'] },
  { role: 'residents-committee', minutes: 480, escalateTo: 'district-office', actors: ['rc-y'] },
  { role: 'district-office', minutes: 1440, escalateTo: 'district-office', actors: ['do-1'] },
];
const place = 'd-pudong/s-weifang/c-y/b-07';
const owners = {
  firm: { role: 'property-firm', actor: 'pf-y' },
  committee: { role: 'residents-committee', actor: 'rc-y' },
  office: { role: 'district-office', actor: 'do-1' },
};

type Opening = Extract<CaseCommand, { type: 'OpenCase' }>['data'];
const opening = (more: Partial<Opening> = {}): Opening => ({
  caseId: unsampled,
  kind: 'complaint',
  subject: 'missing-goods',
  place,
  householdId: '0302',
  itemClass: 'food',
  desks,
  ...more,
});
const open = (more: Partial<Opening> = {}, who = resident): CaseCommand => ({
  type: 'OpenCase',
  at,
  by: who,
  data: opening(more),
});
const opened = (more: Partial<Opening> = {}): CaseEvent => {
  const decided = feedbackCase.decide(open(more), { status: 'none' });
  if (decided.kind === 'rejected') throw new Error(decided.code);
  return decided.events[0]!;
};
const standing = (owner: keyof typeof owners, level: number, [clock, minutes]: [number, number]) => ({
  owner: owners[owner],
  level,
  clock,
  dueAt: addMinutes(at, minutes),
});
const answer = (who = firm): CaseCommand => ({
  type: 'AnswerCase',
  at,
  by: who,
  data: { outcome: 'done', evidence: ['photo'] },
});
const answered = (caseId = unsampled): CaseEvent => ({
  type: 'CaseAnswered',
  at,
  data: { caseId, outcome: 'done', evidence: ['photo'], answeredBy: owners.firm, ...standing('firm', 0, [2, 4320]) },
});
const close = (who: By, clock?: number): CaseCommand => ({
  type: 'CloseCase',
  at,
  by: who,
  data: clock === undefined ? {} : { clock },
});
const closed = (how: 'confirmed' | 'visited' | 'unconfirmed', caseId = unsampled): CaseEvent => ({
  type: 'CaseClosed',
  at,
  data: { caseId, how, owner: owners.firm, level: 0, severity: 4 },
});
const escalate = (clock: number): CaseCommand => ({ type: 'EscalateCase', at, by: system, data: { clock, desks } });
const escalated = (from: keyof typeof owners, to: keyof typeof owners, level: number): CaseEvent => ({
  type: 'CaseEscalated',
  at,
  data: {
    caseId: unsampled,
    from: owners[from],
    reason: 'unanswered',
    severity: 4,
    ...standing(to, level, [level + 1, to === 'committee' ? 480 : 1440]),
  },
});
const visit = (who: By, evidence: ('counterparty' | 'visit' | 'photo')[], resolved = true): CaseCommand => ({
  type: 'VisitCase',
  at,
  by: who,
  data: { resolved, evidence, desks },
});
const visited = (evidence: ('visit' | 'photo')[], resolved: boolean, caseId = unsampled): CaseEvent => ({
  type: 'CaseVisited',
  at,
  data: { caseId, visitor: { role: 'volunteer', actor: 'vo-1' }, resolved, evidence },
});
const reopen = (who: By, when = at): CaseCommand => ({ type: 'ReopenCase', at: when, by: who, data: { desks } });
const reopened = (whose: 'household' | 'visit', clock = 3): CaseEvent => ({
  type: 'CaseReopened',
  at,
  data: { caseId: unsampled, from: owners.firm, by: whose, severity: 4, ...standing('committee', 1, [clock, 480]) },
});

describe('the severity of a case', () => {
  it('S44: puts one household without infant formula before any about fruit', () => {
    expect(severityOf('complaint', { itemClass: 'infant' })).toBe(1);
    expect(severityOf('complaint', { itemClass: 'food', daysOfCover: 3 })).toBe(4);
  });
  it('S44: sees medicine and infants before food, and the end of cover before its plenty', () => {
    const of = (itemClass: 'medicine' | 'infant' | 'food' | 'hygiene', daysOfCover: number) =>
      severityOf('need', { itemClass, daysOfCover });
    expect([of('medicine', 1), of('infant', 1), of('food', 0), of('hygiene', 0)]).toEqual([1, 1, 2, 3]);
    expect([of('medicine', 9), of('infant', 9), of('food', 9), of('hygiene', 9)]).toEqual([2, 2, 3, 3]);
  });
  it('takes the gravest of kind, goods and harm', () => {
    expect(severityOf('complaint', { harm: 'danger' })).toBe(1);
    expect(severityOf('complaint', { itemClass: 'food', harm: 'illness' })).toBe(2);
    expect(severityOf('hardship', {})).toBe(2);
  });
});

describe('opening a case', () => {
  it('S70: tells number, owner and deadline at once', () =>
    expect(opened()).toMatchObject({
      type: 'CaseOpened',
      data: { number: numberOf(unsampled), severity: 4, level: 0, owner: owners.firm, dueAt: addMinutes(at, 240) },
    }));
  it('has a number that can be said', () => expect(numberOf(unsampled)).toMatch(/^\d{5}-\d{5}$/));
  it('S31: answers hardship within two hours', () =>
    expect(opened({ kind: 'hardship' })).toMatchObject({
      data: { owner: owners.committee, dueAt: addMinutes(at, 120) },
    }));
  it('goes to whoever it is about, and never to them where they would judge themselves', () => {
    expect(opened({ subject: 'other', about: 'rc-y' })).toMatchObject({ data: { owner: owners.committee } });
    expect(opened({ kind: 'rule-report', about: 'rc-y' })).toMatchObject({ data: { owner: owners.office } });
  });
  it('goes one desk up where nobody sits', () =>
    expect(opened({ subject: 'late-delivery', desks: [{ ...desks[0]!, role: 'transporter', actors: [] }, ...desks] }))
      .toMatchObject({ data: { owner: owners.committee } })); // prettier-ignore
  it('is for the own household', () => given().when(open({}, neighbour)).thenRejected('not-your-household'));
  it('needs a household for a need', () => {
    const { householdId: _none, ...somewhere } = opening({ kind: 'need' });
    given().when({ type: 'OpenCase', at, by: committee, data: somewhere }).thenRejected('household-missing');
  });
  it('refuses an organisation that is none, and an id twice', () => {
    given()
      .when(open({ about: 'pf-none' }))
      .thenRejected('unknown-organisation');
    given(opened()).when(open()).thenRejected('already-opened');
  });
  it('refuses where nobody has to answer', () =>
    given()
      .when(open({ desks: [] }))
      .thenRejected('nobody-answers'));
});

describe('answering a case', () => {
  it('is for its owner', () => given(opened()).when(answer()).then(answered()));
  it('is not for another', () => given(opened()).when(answer(committee)).thenRejected('not-your-case'));
  it('is done once, and not when all is over', () => {
    given(opened(), answered()).when(answer()).thenRejected('already-answered');
    given(opened(), closed('confirmed')).when(answer()).thenRejected('already-closed');
  });
});

const historyOf = (...events: CaseEvent[]) => events.reduce(feedbackCase.evolve, feedbackCase.initial);

describe('closing a case', () => {
  it('I13: is the word of the household, answered or not', () => {
    given(opened(), answered()).when(close(resident)).then(closed('confirmed'));
    given(opened()).when(close(resident)).then(closed('confirmed'));
  });
  it('I13: is not for a neighbour, nor done twice', () => {
    given(opened(), answered()).when(close(neighbour)).thenRejected('not-your-household');
    given(opened(), closed('confirmed')).when(close(resident)).thenRejected('already-closed');
  });
  it('I13: comes by the clock where the household says nothing', () =>
    given(opened(), answered()).when(close(system, 2)).then(closed('unconfirmed')));
  it('I13: is looked at first where the sample says so', () =>
    given(opened({ caseId: sampled }), answered(sampled))
      .when(close(system, 2))
      .then({ type: 'CaseSampled', at, data: { caseId: sampled, ...standing('firm', 0, [3, 1440]) } }));
  it('samples about one in five, and always where the opener did the work', () => {
    const found = ids.filter((caseId) => isSampled({ caseId, ...plain })).length;
    expect(found).toBeGreaterThan(2);
    expect(found).toBeLessThan(20);
    expect(isSampled({ caseId: unsampled, openedBy: ['pf-y'], doers: ['pf-y'] })).toBe(true);
  });
  it.each([
    ['the firm', firm],
    ['somebody of the firm who is a volunteer too', { ...volunteer, organisation: 'pf-y' }],
  ])('N7 S24: is beyond %s that did the work, whatever it sends and wherever the case stands', (_who, doer) => {
    const sampledThen = feedbackCase.decide(
      close(system, 2),
      historyOf(opened({ caseId: sampled }), answered(sampled)),
    );
    const histories = [
      [opened()],
      [opened(), answered()],
      [opened({ caseId: sampled }), answered(sampled), ...(sampledThen.kind === 'accepted' ? sampledThen.events : [])],
      [opened(), answered(), reopened('household')],
      [opened(), escalated('firm', 'committee', 1)],
    ];
    const sent: CaseCommand[] = [
      ...[close(doer), close(doer, 2), close(doer, 3), answer(doer), reopen(doer)],
      ...[visit(doer, ['visit', 'counterparty']), visit(doer, ['photo']), { ...escalate(2), by: doer }],
    ];
    const closedBy = histories.flatMap((history) =>
      sent
        .map((command) => feedbackCase.decide(command, historyOf(...history)))
        .filter((decided) => decided.kind === 'accepted' && decided.events.some(({ type }) => type === 'CaseClosed')),
    );
    expect(histories.map((history) => historyOf(...history)).map((state) => 'status' in state && state.status)).toEqual([
      'open', 'answered', 'visit-due', 'open', 'open',
    ]); // prettier-ignore
    expect(closedBy).toEqual([]);
  });
  it('is left to the newest clock', () => given(opened(), answered()).when(close(system, 1)).thenNothing());
});

describe('a visit', () => {
  it('S24 I13: of a second person closes what is resolved', () =>
    given(opened(), answered())
      .when(visit(volunteer, ['visit']))
      .then(visited(['visit'], true), closed('visited')));
  it('S24: of whoever did the work is none', () => {
    given(opened(), answered())
      .when(visit(firm, ['visit']))
      .thenRejected('own-work');
    given(opened(), answered())
      .when(visit({ ...volunteer, organisation: 'pf-y' }, ['visit']))
      .thenRejected('own-work');
  });
  it('S24 S71: is not proven by a photo', () => {
    given(opened(), answered())
      .when(visit(volunteer, ['photo']))
      .thenRejected('photo-is-no-evidence');
    given(opened(), answered())
      .when(visit(volunteer, ['photo', 'visit'], false))
      .then(visited(['photo', 'visit'], false), reopened('visit'));
  });
  it('needs something to look at', () =>
    given(opened())
      .when(visit(volunteer, ['visit']))
      .thenRejected('not-answered'));
});

describe('reopening a case', () => {
  it('N7 S70: raises it one level with a new clock', () =>
    given(opened(), answered()).when(reopen(resident)).then(reopened('household')));
  it('S70: is possible after it was closed, for 14 days', () => {
    given(opened(), answered(), closed('unconfirmed')).when(reopen(resident)).then(reopened('household', 4));
    given(opened(), closed('confirmed'))
      .when(reopen(resident, addMinutes(at, 15 * 24 * 60)))
      .thenRejected('too-late-to-reopen');
  });
  it('is for the household and for what is not open', () => {
    given(opened(), answered()).when(reopen(neighbour)).thenRejected('not-your-household');
    given(opened()).when(reopen(resident)).thenRejected('still-open');
  });
});

describe('a clock that runs out', () => {
  it('S43: raises the case one level, twice, and then it is recorded as overdue', () => {
    const [first, second] = [escalated('firm', 'committee', 1), escalated('committee', 'office', 2)];
    given(opened()).when(escalate(1)).then(first);
    given(opened(), first).when(escalate(2)).then(second);
    given(opened(), first, second)
      .when(escalate(3))
      .then({ type: 'CaseOverdue', at, data: { caseId: unsampled, owner: owners.office, level: 2, severity: 4 } });
  });
  it('S43: does nothing once it was answered, closed or replaced', () => {
    given(opened(), answered()).when(escalate(2)).thenNothing();
    given(opened(), answered()).when(escalate(1)).thenNothing();
    given(opened(), closed('confirmed')).when(escalate(2)).thenNothing();
  });
});

describe('a fact of a case', () => {
  const verify = (more: object, who = committee): CaseCommand => ({
    type: 'VerifyCaseFact',
    at,
    by: who,
    data: { fact: 'cover', how: 'phone', ...more },
  });
  const need = opened({ kind: 'need', itemClass: 'food', daysOfCover: 5 });
  const seen = (more: object): CaseEvent => ({
    type: 'FactVerified',
    at,
    data: {
      ...{ caseId: unsampled, fact: 'cover', state: 'phone', asClaimed: true, severity: 3, daysOfCover: 5 },
      ...more,
    },
  });
  it('S23: is claimed, then heard, then seen', () => {
    given(need).when(verify({})).then(seen({}));
    given(need, seen({}))
      .when(verify({ how: 'door' }))
      .then(seen({ state: 'door' }));
  });
  it('S23: is corrected, and the severity with it', () =>
    given(need)
      .when(verify({ daysOfCover: 0 }))
      .then(seen({ daysOfCover: 0, asClaimed: false, severity: 2 })));
  it('S23: is not known worse than it was, nor known that nobody claimed', () => {
    given(need, seen({})).when(verify({})).thenRejected('known-better');
    given(opened())
      .when(verify({ fact: 'harm' }))
      .thenRejected('not-claimed');
  });
  it('is not verified by whoever it is about', () =>
    given(opened({ daysOfCover: 1, about: 'pf-y' }))
      .when(verify({}, firm))
      .thenRejected('own-work'));
});

describe('a dispute', () => {
  const dispute = opened({ kind: 'dispute', subject: 'conduct', about: 'pf-y', words: true });
  const state = (who: By): CaseCommand => ({ type: 'StateCase', at, by: who, data: { words: true } });
  const heard = (side: 'other-side' | 'household', statement: number): CaseEvent => ({
    type: 'StatementGiven',
    at,
    data: { caseId: unsampled, side, statement },
  });
  const missed: CaseEvent = { type: 'StatementMissed', at, data: { caseId: unsampled, side: 'other-side' } };
  const mediate = (who: By): CaseCommand => ({ type: 'MediateDispute', at, by: who, data: { outcome: 'agreed' } });
  const mediated: CaseEvent = {
    type: 'DisputeMediated',
    at,
    data: {
      caseId: unsampled,
      outcome: 'agreed',
      mediator: owners.committee,
      ...standing('committee', 0, [2, 4320]),
    },
  };

  it('S20 S51: asks the other side, with a clock, and gives it to the committee', () =>
    expect(dispute).toMatchObject({ data: { owner: owners.committee, statementDueAt: addMinutes(at, 240) } }));
  it('S63: keeps each statement beside the others', () => {
    given(dispute).when(state(firm)).then(heard('other-side', 2));
    given(dispute, heard('other-side', 2)).when(state(resident)).then(heard('household', 3));
    given(dispute).when(state(volunteer)).thenRejected('not-a-party');
  });
  it('S20: is mediated by somebody neutral, after both were heard or had their time', () => {
    given(dispute).when(mediate(committee)).thenRejected('other-side-not-heard');
    given(dispute, heard('other-side', 2)).when(mediate(committee)).then(mediated);
    given(dispute, missed).when(mediate(committee)).then(mediated);
  });
  it('S51: is not mediated by a side of it', () => {
    given(dispute, missed).when(mediate(firm)).thenRejected('not-neutral');
    given(dispute, missed)
      .when(mediate({ ...committee, organisation: 'pf-y' }))
      .thenRejected('not-neutral');
    given(dispute, missed)
      .when(mediate({ ...committee, households: ['0302'] }))
      .thenRejected('not-neutral');
  });
  it('notes once that a side said nothing in its time', () => {
    const miss: CaseCommand = { type: 'MissStatement', at, by: system, data: {} };
    given(dispute).when(miss).then(missed);
    given(dispute, heard('other-side', 2)).when(miss).thenNothing();
    given(dispute, missed).when(miss).thenNothing();
  });
  it('is not simply answered, and needs its statement and its other side', () => {
    given(dispute).when(answer(committee)).thenRejected('needs-mediation');
    given()
      .when(open({ kind: 'dispute', about: 'pf-y' }))
      .thenRejected('statement-missing');
    given()
      .when(open({ kind: 'dispute', words: true }))
      .thenRejected('other-side-missing');
    given(opened()).when(mediate(committee)).thenRejected('no-dispute');
  });
});
