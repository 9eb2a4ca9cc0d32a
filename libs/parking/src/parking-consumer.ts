import type { ServiceRuntime } from '@baogong/commanding';
import type { ProcessConsumer } from '@baogong/event-pipe';
import { PARKING_EVENTS, type ParkedPlace } from './parked-event.js';

/** Carries out what was ordered about parked events; a redo does what is left of it. */
export function parkingConsumer({ service, parking }: ServiceRuntime): ProcessConsumer {
  return {
    name: 'parking',
    source: service,
    handles: Object.keys(PARKING_EVENTS),
    async handle({ type, data, actor }) {
      const { consumer, source, shard, pos, reason } = data as ParkedPlace & { reason?: string };
      const end = type === 'ParkedSkipOrdered' ? 'skipped' : 'replayed';
      const key = { consumer, source, shard, pos };
      await parking.settle({ ...key, end, by: actor, ...(reason === undefined ? {} : { why: reason }) });
    },
  };
}
