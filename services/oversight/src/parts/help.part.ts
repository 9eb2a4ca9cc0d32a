import { oversightContracts } from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import { helpTimers } from '../adapters/events/help-timers.js';
import { HelpCallCommandsController } from '../adapters/http/help-calls.controller.js';
import { HelpTables1790300600000 } from '../adapters/postgres/help-tables.js';
import { issuedOnHelpCalls } from '../application/help-calls.js';
import { HelpCallsController } from '../read-models/help-calls/help-calls.controller.js';
import { helpCalls } from '../read-models/help-calls/help-calls.projection.js';
import type { Part } from './part.js';

const PUBLISHED = ['HelpCalled', 'HelpSignedUp', 'HelpCallEnded'] as const;

const published: PublishedMap = Object.fromEntries(
  PUBLISHED.map((type) => [type, ({ data }) => oversightContracts[type].schema.parse(data)]),
);

export const helpPart: Part = {
  migrations: [HelpTables1790300600000],
  published,
  consumers: () => [helpCalls, helpTimers],
  issued: issuedOnHelpCalls,
  controllers: [HelpCallCommandsController, HelpCallsController],
};
