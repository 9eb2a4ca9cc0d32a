import type {
  BreachSettled,
  DutyBreached,
  DutyEscalated,
  DutyFulfilled,
  DutyLapsed,
  DutyRescheduled,
  DutyStarted,
  DutyUnanswered,
} from '@baogong/contracts';
import { dutyConsumers, reviewDuty, reviewOnSwitch } from '../adapters/events/duty-issuer.js';
import { dutyTimers } from '../adapters/events/duty-timers.js';
import { SettlementsController } from '../adapters/http/obligations.controller.js';
import { ObligationTables1764000500000 } from '../adapters/postgres/obligation-tables.js';
import { obligationsIssued } from '../application/obligations.js';
import { holdersOf } from '../read-models/actors/holders.js';
import { ObligationsController } from '../read-models/obligations/obligations.controller.js';
import { obligations } from '../read-models/obligations/obligations.projection.js';
import { offerFacts, offerTerms } from '../read-models/obligations/offer-terms.js';
import { runningUnder } from '../read-models/obligations/running.js';
import type { Part } from './part.js';

export const obligationsPart: Part = {
  migrations: [ObligationTables1764000500000],
  published: {
    DutyStarted: ({ data }) => data as DutyStarted,
    DutyFulfilled: ({ data }) => data as DutyFulfilled,
    DutyBreached: ({ data }) => data as DutyBreached,
    DutyEscalated: ({ data }) => data as DutyEscalated,
    DutyUnanswered: ({ data }) => data as DutyUnanswered,
    DutyRescheduled: ({ data }) => data as DutyRescheduled,
    DutyLapsed: ({ data }) => data as DutyLapsed,
    BreachSettled: ({ data }) => data as BreachSettled,
  },
  // Done before it was asked for: nobody else's concern.
  eventTypes: { DutyForestalled: 1 },
  consumers: (runtime) => [
    offerTerms,
    obligations,
    dutyTimers,
    ...dutyConsumers(runtime, offerFacts(runtime).suppliersOf),
    reviewOnSwitch(runtime, {
      ...{ name: 'duty-review', readModel: 'obligations' },
      ...{ waiting: runningUnder(runtime), issue: reviewDuty },
    }),
  ],
  issued: (runtime) =>
    obligationsIssued(runtime, { holders: holdersOf(runtime), areMedicine: offerFacts(runtime).areMedicine }),
  controllers: [ObligationsController, SettlementsController],
};
