import type { DutyClaimed, DutyCovered, DutyReleased, DutyUncovered } from '@baogong/contracts';
import { coverageTimers } from '../adapters/events/coverage-timer.js';
import { DutyShiftsController } from '../adapters/http/coverage.controller.js';
import { CoverageGaps1790300400000, CoverageTables1764000700000 } from '../adapters/postgres/coverage-tables.js';
import { coverageIssued } from '../application/coverage.js';
import { COVERAGE } from '../application/runtime.js';
import { CoverageGapsController } from '../read-models/coverage-gaps/gaps.controller.js';
import { dutyGaps } from '../read-models/coverage-gaps/gaps.projection.js';
import { coverageFacts } from '../read-models/on-duty/coverage-facts.js';
import { CoverageController } from '../read-models/on-duty/coverage.controller.js';
import { dutyHours } from '../read-models/on-duty/duty-hours.projection.js';
import type { Part } from './part.js';

export const coveragePart: Part = {
  migrations: [CoverageTables1764000700000, CoverageGaps1790300400000],
  published: {
    DutyClaimed: ({ data }) => data as DutyClaimed,
    DutyReleased: ({ data }) => data as DutyReleased,
    DutyUncovered: ({ data }) => data as DutyUncovered,
    DutyCovered: ({ data }) => data as DutyCovered,
  },
  consumers: () => [dutyHours, dutyGaps, coverageTimers],
  issued: (runtime) => coverageIssued(runtime, coverageFacts(runtime)),
  controllers: [CoverageGapsController, CoverageController, DutyShiftsController],
  providers: (runtime) => [{ provide: COVERAGE, useValue: coverageFacts(runtime) }],
};
