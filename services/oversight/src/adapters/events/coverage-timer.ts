import type { Projection } from '@baogong/event-pipe';
import { scheduleTimer } from '@baogong/event-store';
import { coverageTimer } from '../../application/coverage.js';
import { addHours, hourOf } from '../../domain/duty-shift/hours.js';

/** The watch of a district begins with its law; each look sets the next one. */
export const coverageTimers: Projection = {
  name: 'coverage-timers',
  source: 'oversight',
  handles: ['DutyMatrixActivated'],
  async apply(tx, records) {
    for (const { territory, at } of records) {
      await scheduleTimer(tx, coverageTimer(territory, addHours(hourOf(at), 1)));
    }
  },
};
