import { contend } from '../contender.js';
import { openLog } from '../log.js';
import { appendingTo } from './appending.js';

contend(async (place) => {
  const log = await openLog(place, { OrderRecorded: 1 });
  return {
    run: appendingTo(log),
    stored: () => log.count('es.idempotency'),
    close: () => log.close(),
  };
});
