import { householdKeysOf, processRunner } from '@baogong/commanding';
import { oversightContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import { pollTimers } from '../adapters/events/poll-timers.js';
import { markDestroying, pollTold } from '../adapters/events/poll-told.js';
import { PollCommandsController } from '../adapters/http/polls.controller.js';
import { PollBindings1790300100200, PollTables1764000520000 } from '../adapters/postgres/poll-tables.js';
import { PostgresPollMarks } from '../adapters/postgres/postgres-poll-marks.js';
import { issuedOnPolls, POLL_MARKS, type PollMarks } from '../application/polls.js';
import type { Runtime } from '../application/runtime.js';
import { pollResults } from '../domain/poll/poll-results.process.js';
import { PollsController } from '../read-models/polls/polls.controller.js';
import { polls } from '../read-models/polls/polls.projection.js';
import type { Part } from './part.js';

const PUBLISHED = ['PollOpened', 'PollClosed', 'DecisionRecorded', 'DecisionOverdue', 'DecisionEnded'] as const;

const published: PublishedMap = Object.fromEntries(
  PUBLISHED.map((type) => [type, ({ data }) => oversightContracts[type].schema.parse(data)]),
);

export const pollsPart: Part = {
  migrations: [PollTables1764000520000, PollBindings1790300100200],
  published,
  // A vote leaves the service in no form.
  eventTypes: { VoteCast: 1, PollOpened: 2, PollClosed: 2 },
  upcasters: { PollOpened: { 1: ofNoPolicy }, PollClosed: { 1: ofNoPolicy } },
  consumers: (runtime) => [polls, pollTimers, markDestroying(marksOf(runtime))],
  processes: () => [
    processRunner({
      name: 'poll-results',
      process: pollResults,
      sources: [{ source: 'oversight', handles: ['PollClosed'] }],
      translate: pollTold,
    }),
  ],
  issued: issuedOnPolls,
  controllers: [PollCommandsController, PollsController],
  providers: (runtime) => [{ provide: POLL_MARKS, useValue: marksOf(runtime) }],
};

/** Polls were about anything once. Nothing is delegated of what no policy has, so that such a one binds nothing. */
function ofNoPolicy(data: unknown): object {
  const { parameter, ...rest } = data as { parameter: string };
  return { ...rest, policyVersion: 0, clause: parameter, parameter: 'times' };
}

const marksOf = (runtime: Runtime): PollMarks => new PostgresPollMarks(householdKeysOf(runtime, 'words'));
