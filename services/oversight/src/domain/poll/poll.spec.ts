import { specificationOf, type By } from '@baogong/decider';
import { addMinutes } from '@baogong/kernel';
import type { PolicyVersion } from '../policy/messages.js';
import { poll, type PollCommand, type PollEvent, type Question } from './poll.js';

const { given } = specificationOf(poll);
const at = '2026-04-15T02:00:00.000Z';
const closesAt = addMinutes(at, 120);
const place = 'd-pudong/s-weifang/c-y';
const asking = {
  ...{ pollId: 'p1', place, policyVersion: 1, clause: 'daily', parameter: 'times' as const },
  ...{ options: [10, 15, 30], closesAt },
};
const question: Question = { ...asking, least: 10, most: 30 };
const version: PolicyVersion = {
  ...{ version: 1, territory: 'd-pudong', parentVersion: 0, keeps: [], effectiveFrom: at, issuedAt: at },
  ...{ issuedBy: 'district-office', source: { title: 'Notice 12', article: 'article 3' } },
  clauses: [{ id: 'daily', howMuch: { times: 10, days: 1 } }],
  delegated: [{ clause: 'daily', parameter: 'times', least: 10, most: 30 }],
};
type Opening = Extract<PollCommand, { type: 'OpenPoll' }>;
const by = (role: string, households: string[] = []): By => ({ actor: 'x', role, organisation: 'x', households });
const open = (more: Partial<Opening['data']> = {}): PollCommand => ({
  type: 'OpenPoll',
  at,
  by: by('residents-committee'),
  data: { ...asking, policies: [version], registered: true, ...more },
});
const opened: PollEvent = { type: 'PollOpened', at, data: question };
const markOf = (household: string) => `mark of ${household}`;
const vote = (household: string, option: number, more: Partial<PollCommand> = {}): PollCommand =>
  ({
    type: 'VoteInPoll',
    at,
    by: by('resident', [household]),
    data: { householdId: household, option, voter: markOf(household) },
    ...more,
  }) as PollCommand;
const cast = (household: string, option: number): PollEvent => ({
  type: 'VoteCast',
  at,
  data: { pollId: 'p1', voter: markOf(household), option },
});
const close = (when = closesAt): PollCommand => ({ type: 'ClosePoll', at: when, by: by('system'), data: {} });
const closed = (more: object): PollEvent => ({
  type: 'PollClosed',
  at: closesAt,
  data: { pollId: 'p1', place, policyVersion: 1, clause: 'daily', parameter: 'times', ...more } as never,
});
const votes = (...options: number[]) => options.map((option, n) => cast(`h${n}`, option));

describe('opening a poll', () => {
  it('S40: asks for one of several values within the range', () => given().when(open()).then(opened));
  it('S64: is refused outside the discretion envelope', () => {
    const refused = (code: Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRejected']>[0], more: object) =>
      given().when(open(more)).thenRejected(code);
    refused('outside-delegated-range', { options: [10, 45] });
    refused('outside-delegated-range', { options: [9, 10] });
    refused('nothing-delegated', { parameter: 'days' });
    refused('nothing-delegated', { clause: 'weekly' });
    refused('nothing-delegated', { policies: [{ ...version, delegated: [] }] });
    refused('territory-not-registered', { registered: false });
  });
  it('S64: is about the policy in force, not one that was read before', () => {
    given()
      .when(open({ policies: [version, { ...version, version: 2 }] }))
      .thenRejected('policy-not-in-force');
    given()
      .when(open({ policies: [], policyVersion: 0 }))
      .thenRejected('nothing-delegated');
  });
  it('needs a choice, and time to make it', () => {
    given()
      .when(open({ options: [10, 10] }))
      .thenRejected('too-few-options');
    given()
      .when(open({ closesAt: at }))
      .thenRejected('too-short');
    given()
      .when(open({ closesAt: addMinutes(at, 31 * 24 * 60) }))
      .thenRejected('too-long');
    given(opened).when(open()).thenRejected('already-opened');
  });
});

describe('voting', () => {
  it('S64: is one vote of one household, which may change it until the end', () => {
    given(opened).when(vote('h1', 15)).then(cast('h1', 15));
    given(opened, cast('h1', 15)).when(vote('h1', 15)).thenNothing();
    given(opened, cast('h1', 15)).when(vote('h1', 10)).then(cast('h1', 10));
    given(opened, cast('h1', 15)).when(vote('h2', 10)).then(cast('h2', 10));
  });
  it('is not for another household, nor for what was not asked', () => {
    given(opened)
      .when(vote('h1', 15, { by: by('resident', ['h2']) }))
      .thenRejected('not-your-household');
    given(opened).when(vote('h1', 20)).thenRejected('no-such-option');
  });
  it('ends with the poll, whether it was closed yet or not', () => {
    given(opened)
      .when(vote('h1', 15, { at: closesAt }))
      .thenRejected('poll-over');
    given(opened, closed({ outcome: 'too-few', votes: 0, counts: [] }))
      .when(vote('h1', 15))
      .thenRejected('poll-over');
  });
  it('S64: is over once nobody can tell the marks of households', () =>
    given(opened)
      .when(vote('h1', 15, { data: { householdId: 'h1', option: 15 } }))
      .thenRejected('poll-over'));
});

describe('the end of a poll', () => {
  it('S64: binds to what most households chose', () =>
    given(opened, ...votes(15, 15, 15, 10, 30))
      .when(close())
      .then(
        closed({
          ...{ outcome: 'decided', votes: 5, value: 15 },
          counts: [{ option: 10, votes: 1 }, { option: 15, votes: 3 }, { option: 30, votes: 1 }], // prettier-ignore
        }),
      ));
  it('S64: counts the last vote of each household', () =>
    given(opened, ...votes(15, 15, 10, 10, 30), cast('h2', 15), cast('h4', 10))
      .when(close())
      .then(
        closed({
          ...{ outcome: 'decided', votes: 5, value: 15 },
          counts: [{ option: 10, votes: 2 }, { option: 15, votes: 3 }, { option: 30, votes: 0 }], // prettier-ignore
        }),
      ));
  it('S43: is recorded where nothing was decided', () => {
    given(opened, ...votes(15, 15, 10, 10, 30, 30))
      .when(close())
      .then(closed({ outcome: 'tied', votes: 6, counts: [10, 15, 30].map((option) => ({ option, votes: 2 })) }));
    given(opened, ...votes(15, 15, 15, 15))
      .when(close())
      .then(closed({ outcome: 'too-few', votes: 4, counts: [] }));
  });
  it('comes once, and not before its time', () => {
    given(opened).when(close(at)).thenNothing();
    given(opened, closed({ outcome: 'too-few', votes: 0, counts: [] }))
      .when(close())
      .thenNothing();
    given().when(close()).thenRejected('unknown-poll');
  });
});
