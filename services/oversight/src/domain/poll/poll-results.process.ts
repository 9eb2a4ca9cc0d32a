import type { IssuedCommand, Process } from '@baogong/decider';
import type { PollResult } from '../policy/messages.js';

/** What a vote decided becomes the parameter in force, once; whether it still may be is the policy's to say. */
export const pollResults: Process<boolean, PollResult, PollResult> = {
  initial: false,

  streamOf: ({ pollId }) => pollId,

  react: (result, bound) => (bound ? [] : [result]),

  evolve: () => true,

  commandsOf(result): IssuedCommand[] {
    const [district = result.territory] = result.territory.split('/');
    const stream = { id: `policies-${district}`, kind: 'policies', territory: district };
    return [{ action: 'BindPollResult', stream, data: result }];
  },
};
