import type { DutyCovered, DutyUncovered } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** A gap begins with its alarm and ends with the all-clear. */
export const dutyGaps: Projection = {
  name: 'duty-gaps',
  source: 'oversight',
  handles: ['DutyUncovered', 'DutyCovered'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      const { territory, action, hour } = data as DutyCovered;
      if (type === 'DutyUncovered') {
        const { offeredTo } = data as DutyUncovered;
        await tx.query(
          `insert into oversight.duty_gap (territory, action, since, offered_to) values ($1, $2, $3, $4::json)
           on conflict do nothing`,
          [territory, action, hour, JSON.stringify(offeredTo)],
        );
      } else {
        await tx.query(
          `update oversight.duty_gap set until = $3 where territory = $1 and action = $2 and until is null`,
          [territory, action, hour],
        );
      }
    }
  },
};
