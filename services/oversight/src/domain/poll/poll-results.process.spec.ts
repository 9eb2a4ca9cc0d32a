import type { PollResult } from '../policy/messages.js';
import { pollResults } from './poll-results.process.js';

const result: PollResult = {
  pollId: 'p1',
  territory: 'd-pudong/s-weifang/c-y',
  clause: 'daily',
  parameter: 'times',
  value: 2,
};

describe('the result of a poll', () => {
  it('S64: is brought before the policies of the district', () =>
    expect(pollResults.react(result, pollResults.initial).flatMap(pollResults.commandsOf)).toEqual([
      {
        action: 'BindPollResult',
        stream: { id: 'policies-d-pudong', kind: 'policies', territory: 'd-pudong' },
        data: result,
      },
    ]));

  it('S64: is brought there once', () =>
    expect(pollResults.react(result, pollResults.evolve(false, result))).toEqual([]));
});
