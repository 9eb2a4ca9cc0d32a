import { oversightContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import { pollTimers } from '../adapters/events/poll-timers.js';
import { PollCommandsController } from '../adapters/http/polls.controller.js';
import { PollTables1764000520000 } from '../adapters/postgres/poll-tables.js';
import { issuedOnPolls } from '../application/polls.js';
import { PollsController } from '../read-models/polls/polls.controller.js';
import { polls } from '../read-models/polls/polls.projection.js';
import type { Part } from './part.js';

const PUBLISHED = ['PollOpened', 'PollClosed', 'DecisionRecorded', 'DecisionOverdue', 'DecisionEnded'] as const;

const published: PublishedMap = Object.fromEntries(
  PUBLISHED.map((type) => [type, ({ data }) => oversightContracts[type].schema.parse(data)]),
);

export const pollsPart: Part = {
  migrations: [PollTables1764000520000],
  published,
  // A vote leaves the service in no form.
  eventTypes: { VoteCast: 1 },
  consumers: () => [polls, pollTimers],
  issued: issuedOnPolls,
  controllers: [PollCommandsController, PollsController],
};
