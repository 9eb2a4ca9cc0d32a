import type { Projection } from '@baogong/event-pipe';
import { cancelTimer, scheduleTimer } from '@baogong/event-store';
import type { IssuedPass } from '../../domain/parcel/messages.js';
import { expiryOf } from '../../domain/parcel-planning/parcel-planning.process.js';

/** A pass ends by itself with its window, unless the parcel was handed over or withdrawn before. */
export const passExpiryProjection: Projection = {
  name: 'pass-expiry',
  source: 'delivery',
  handles: ['PassIssued', 'ParcelHandedOver', 'ParcelWithdrawn'],

  async apply(tx, records) {
    for (const { type, data, territory } of records) {
      // Of the later events too: the id of the timer needs no more than the parcel's.
      const { parcelId, passId = parcelId } = data as IssuedPass;
      const timer = expiryOf({ ...(data as IssuedPass), passId }, territory);
      if (type === 'PassIssued') await scheduleTimer(tx, timer);
      else await cancelTimer(tx, timer.id);
    }
  },
};
