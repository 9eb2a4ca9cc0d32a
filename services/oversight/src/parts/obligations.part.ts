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
import { NotedDuties1790300100000, ObligationTables1764000500000 } from '../adapters/postgres/obligation-tables.js';
import { obligationsIssued } from '../application/obligations.js';
import { holdersOf } from '../read-models/actors/holders.js';
import { ObligationsController } from '../read-models/obligations/obligations.controller.js';
import { obligations } from '../read-models/obligations/obligations.projection.js';
import { offerFacts, offerTerms } from '../read-models/obligations/offer-terms.js';
import { reviewedUnder } from '../read-models/obligations/reviewed.js';
import type { Part } from './part.js';

export const obligationsPart: Part = {
  migrations: [ObligationTables1764000500000, NotedDuties1790300100000],
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
  // No duty yet, or done before it was one: nobody else's concern.
  eventTypes: { DutyNoted: 1, DutyForestalled: 1, DutyDropped: 1 },
  consumers: (runtime) => [
    offerTerms,
    obligations,
    dutyTimers,
    ...dutyConsumers(runtime, offerFacts(runtime).promises),
    reviewOnSwitch(runtime, {
      ...{ name: 'duty-review', readModel: 'obligations' },
      ...{ waiting: reviewedUnder(runtime), issue: reviewDuty },
    }),
  ],
  issued: (runtime) =>
    obligationsIssued(runtime, { holders: holdersOf(runtime), areMedicine: offerFacts(runtime).areMedicine }),
  controllers: [ObligationsController, SettlementsController],
};
