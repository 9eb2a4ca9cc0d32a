import { contractOf } from '@baogong/contracts';
import {
  direct,
  firstParked,
  parkAgain,
  parkedAt,
  settleParked,
  transaction,
  type Parked,
  type Pool,
} from '@baogong/event-store';
import type { Settlement } from '../consumers.js';
import { isTransient, textOf } from '../failures.js';
import type { EventRecord } from '../port.js';
import { keyOf, type Place } from './place.js';
import { Overtaken } from './shared-commit.js';

/**
 * Ends a parked event as it was decided, then goes on with those of its stream that wait behind it, in order, until one
 * fails again. An event's effect and its mark commit together: whoever dies in between leaves all the rest to the redo.
 * @param place where the consumer works on the shard; undefined where this program has no such consumer any more
 */
export async function settle(pool: Pool, place: Place | undefined, settlement: Settlement): Promise<void> {
  const { end, by, why, ...key } = settlement;
  const tx = direct(pool);
  const asked = await parkedAt(tx, key);
  if (!asked) return;
  if (end === 'skipped') await settleParked(tx, { key, end, by, ...(why === undefined ? {} : { why }) });
  if (!place) return;
  const { stream } = asked;
  for (let next = await firstParked(tx, { ...key, stream }); next; next = await firstParked(tx, { ...key, stream })) {
    if (!(await replay(place, next, by))) return;
  }
}

/** @returns false where it failed again and stays parked */
async function replay(place: Place, parked: Parked, by: string): Promise<boolean> {
  const { consumer, pool } = place;
  const key = { ...keyOf(place), pos: parked.pos };
  try {
    const record = await recordOf(place, parked);
    const concerned = consumer.handles.includes(record.type);
    if (concerned) checkContract(place, record);
    if (concerned && 'handle' in consumer) await consumer.handle(record);
    await transaction(pool, async (tx) => {
      if (concerned && 'apply' in consumer) await consumer.apply(tx, [record]);
      if (!(await settleParked(tx, { key, end: 'replayed', by }))) throw new Overtaken();
    });
    if ('apply' in consumer) consumer.applied?.();
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return true;
    if (isTransient(error)) throw error;
    const reason = textOf(error).replaceAll('\0', '');
    await parkAgain(direct(pool), key, reason);
    place.alarm({ kind: 'parked', ...key, source: place.source, stream: parked.stream, error: reason });
    return false;
  }
}

/** As its producer tells it today: what was wrong may have been put right there. */
async function recordOf(place: Place, parked: Parked): Promise<EventRecord> {
  const { source, shard, read } = place;
  const [record] = await read({ source, shard, from: parked.pos - 1, limit: 1 });
  if (record?.pos !== parked.pos || record.chain !== (parked.record as EventRecord).chain) {
    throw new Error(`the log of ${source} no longer holds this event at ${shard}=${parked.pos}`);
  }
  return record;
}

/** Its own log needs no check: what lies there never left the service. */
export function checkContract({ own }: Pick<Place, 'own'>, { source, type, data }: EventRecord): void {
  if (own) return;
  if (data === undefined) throw new Error(`${type} of ${source} is not published`);
  contractOf(source, type)?.schema.parse(data);
}
