import { specificationOf, type By } from '@baogong/decider';
import { addMinutes } from '@baogong/kernel';
import { poll, voterOf, type PollCommand, type PollEvent, type Question } from './poll.js';

const { given } = specificationOf(poll);
const at = '2026-04-15T02:00:00.000Z';
const closesAt = addMinutes(at, 120);
const question: Question = {
  pollId: 'p1',
  place: 'd-pudong/s-weifang/c-y',
  parameter: 'slot-minutes',
  least: 10,
  most: 30,
  options: [10, 15, 30],
  closesAt,
};
const by = (role: string, households: string[] = []): By => ({ actor: 'x', role, organisation: 'x', households });
const open = (more: Partial<Question> = {}): PollCommand => ({
  type: 'OpenPoll',
  at,
  by: by('residents-committee'),
  data: { ...question, ...more },
});
const opened: PollEvent = { type: 'PollOpened', at, data: question };
const vote = (household: string, option: number, more: Partial<PollCommand> = {}): PollCommand =>
  ({
    type: 'VoteInPoll',
    at,
    by: by('resident', [household]),
    data: { householdId: household, option },
    ...more,
  }) as PollCommand;
const cast = (household: string, option: number): PollEvent => ({
  type: 'VoteCast',
  at,
  data: { pollId: 'p1', voter: voterOf('p1', household), option },
});
const close = (when = closesAt): PollCommand => ({ type: 'ClosePoll', at: when, by: by('system'), data: {} });
const closed = (more: object): PollEvent => ({
  type: 'PollClosed',
  at: closesAt,
  data: { pollId: 'p1', place: question.place, parameter: 'slot-minutes', ...more } as never,
});
const votes = (...options: number[]) => options.map((option, n) => cast(`h${n}`, option));

describe('opening a poll', () => {
  it('S40: asks for one of several values within the range', () => given().when(open()).then(opened));
  it('S64: is refused outside the discretion envelope', () => {
    given()
      .when(open({ options: [10, 45] }))
      .thenRejected('outside-envelope');
    given()
      .when(open({ least: 40, most: 30 }))
      .thenRejected('empty-envelope');
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
  it('S64: is one vote of one household', () => {
    given(opened).when(vote('h1', 15)).then(cast('h1', 15));
    given(opened, cast('h1', 15)).when(vote('h1', 10)).thenRejected('already-voted');
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
  it('names no household in the log', () => expect(JSON.stringify(cast('h-0302', 15))).not.toContain('0302'));
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
