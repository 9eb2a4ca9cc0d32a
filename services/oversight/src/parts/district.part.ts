import type { AnyDecider } from '@baogong/commanding';
import type { AlertThresholdSet, ThresholdCrossed } from '@baogong/contracts';
import { ThresholdsController } from '../adapters/http/thresholds.controller.js';
import { FiguresTables1790200100000, HouseholdSums1790300500000 } from '../adapters/postgres/figures-tables.js';
import { threshold } from '../domain/threshold/threshold.js';
import { AlertsController } from '../read-models/alerts/alerts.controller.js';
import { alerts } from '../read-models/alerts/alerts.projection.js';
import { measured, type Watched } from '../read-models/alerts/measures.js';
import { watchThresholds } from '../read-models/alerts/watch.js';
import { NeedsController } from '../read-models/needs/needs.controller.js';
import { needsOfDelivery, needsOfOrders } from '../read-models/needs/needs.projection.js';
import { organisationMarks } from '../read-models/refusals/refusals.projection.js';
import { SituationController } from '../read-models/situation/situation.controller.js';
import { tally } from '../read-models/tally/tally.projection.js';
import type { Part } from './part.js';

export const districtPart: Part = {
  migrations: [FiguresTables1790200100000, HouseholdSums1790300500000],
  published: {
    AlertThresholdSet: ({ data }) => data as AlertThresholdSet,
    ThresholdCrossed: ({ data }) => data as ThresholdCrossed,
  },
  consumers: () => [organisationMarks, needsOfOrders, needsOfDelivery, tally, alerts],
  issued: (runtime) => ({
    RecordCrossing: {
      decider: threshold as AnyDecider,
      // Looked at anew: it may be over before it is recorded.
      data: ({ data }) => measured(runtime, data as Watched),
      expects: ['not-crossed'],
    },
  }),
  background: (runtime) => [watchThresholds(runtime)],
  controllers: [ThresholdsController, AlertsController, NeedsController, SituationController],
};
