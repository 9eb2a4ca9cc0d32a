import type { DutyMatrixActivated, PostureSwitched, RiskLevelSet } from '@baogong/contracts';
import { DutiesController } from '../adapters/http/duties.controller.js';
import { RefusalsController } from '../read-models/refusals/refusals.controller.js';
import { refusals } from '../read-models/refusals/refusals.projection.js';
import type { Part } from './part.js';

export const dutiesPart: Part = {
  published: {
    DutyMatrixActivated: ({ data }) => data as DutyMatrixActivated,
    PostureSwitched: ({ data }) => data as PostureSwitched,
    RiskLevelSet: ({ data }) => data as RiskLevelSet,
  },
  consumers: () => refusals,
  controllers: [DutiesController, RefusalsController],
};
