import type { DutyClaimed, DutyReleased } from '@baogong/contracts';
import type { Projection } from '@baogong/event-pipe';
import type { Tx } from '@baogong/event-store';
import { hoursBetween } from '../../domain/duty-shift/hours.js';

/** All marks of one action in one community stand on one stream, and are set and taken back in its order. */
export const dutyHours: Projection = {
  name: 'duty-hours',
  source: 'oversight',
  handles: ['DutyClaimed', 'DutyReleased'],
  async apply(tx, records) {
    for (const { type, data } of records) {
      if (type === 'DutyClaimed') await claim(tx, data as DutyClaimed);
      else await release(tx, data as DutyReleased);
    }
  },
};

function claim(tx: Tx, { territory, action, from, to, claimedBy, organisation }: DutyClaimed): Promise<unknown> {
  return mark(tx, 'claimed', { territory, action, hours: hoursBetween(from, to), actor: claimedBy, organisation });
}

async function release(tx: Tx, released: DutyReleased): Promise<void> {
  const { territory, action, from, to, releasedBy: actor, organisation, byRole } = released;
  if (byRole) {
    await mark(tx, 'released', { territory, action, hours: hoursBetween(from, to), actor: organisation, organisation });
    return;
  }
  await tx.query(
    `delete from oversight.duty_hour
     where territory = $1 and action = $2 and hour >= $3 and hour < $4 and kind = 'claimed'
       and (actor = $5 or (organisation = $6 and $5 = $6))`,
    [territory, action, from, to, actor, organisation],
  );
}

interface Marked {
  territory: string;
  action: string;
  hours: string[];
  actor: string;
  organisation: string;
}

function mark(tx: Tx, kind: string, { territory, action, hours, actor, organisation }: Marked): Promise<unknown> {
  return tx.query(
    `insert into oversight.duty_hour (territory, action, hour, kind, actor, organisation)
     select $1, $2, h, $3, $4, $5 from unnest($6::text[]) as h on conflict do nothing`,
    [territory, action, kind, actor, organisation, hours],
  );
}
