import type { AlertThresholdSet, ThresholdCrossed } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';

/** Each row depends on the stream of one threshold. */
export const alerts: Projection = {
  name: 'alerts',
  source: 'oversight',
  handles: ['AlertThresholdSet', 'ThresholdCrossed'],
  async apply(tx, records) {
    for (const { type, data, at, id } of records) {
      const { thresholdId, territory, measure, atLeast } = data as AlertThresholdSet;
      const about = [thresholdId, territory, measure, atLeast];
      if (type === 'AlertThresholdSet') {
        await tx.query(
          `insert into oversight.threshold (threshold_id, territory, measure, at_least) values ($1, $2, $3, $4)
           on conflict (threshold_id) do update set at_least = excluded.at_least`,
          about,
        );
        continue;
      }
      const { direction, value, crossing } = data as ThresholdCrossed;
      await tx.query(`update oversight.threshold set above = $2, crossings = $3 where threshold_id = $1`, [
        thresholdId,
        direction === 'above',
        crossing,
      ]);
      await tx.query(
        `insert into oversight.alert (threshold_id, territory, measure, at_least, crossing, direction, value, at, event_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
        [...about, crossing, direction, value, at, id],
      );
    }
  },
};
