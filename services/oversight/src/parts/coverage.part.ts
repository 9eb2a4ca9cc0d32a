import type { DutyClaimed, DutyCovered, DutyReleased, DutyUncovered } from '@baogong/contracts';
import { coverageTimers } from '../adapters/events/coverage-timer.js';
import { DutyShiftsController } from '../adapters/http/coverage.controller.js';
import { CoverageTables1764000700000 } from '../adapters/postgres/coverage-tables.js';
import { coverageIssued } from '../application/coverage.js';
import { COVERAGE } from '../application/runtime.js';
import { coverageFacts } from '../read-models/on-duty/coverage-facts.js';
import { CoverageController } from '../read-models/on-duty/coverage.controller.js';
import { dutyHours } from '../read-models/on-duty/duty-hours.projection.js';
import type { Part } from './part.js';

export const coveragePart: Part = {
  migrations: [CoverageTables1764000700000],
  published: {
    DutyClaimed: ({ data }) => data as DutyClaimed,
    DutyReleased: ({ data }) => data as DutyReleased,
    DutyUncovered: ({ data }) => data as DutyUncovered,
    DutyCovered: ({ data }) => data as DutyCovered,
  },
  consumers: () => [dutyHours, coverageTimers],
  issued: (runtime) => coverageIssued(runtime, coverageFacts(runtime)),
  controllers: [CoverageController, DutyShiftsController],
  providers: (runtime) => [{ provide: COVERAGE, useValue: coverageFacts(runtime) }],
};
