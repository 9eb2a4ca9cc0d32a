import { randomUUID } from 'node:crypto';
import { accept, type Decider } from '@baogong/decider';
import { instantOf } from '@baogong/kernel';
import { orderData } from '../goods.js';
import { envelope, TERRITORY, type OpenLog } from '../log.js';

export const FILLED_TYPE = 'OrderPlaced';

type Placed = { type: typeof FILLED_TYPE; at: string; data: unknown };
const placing: Decider<number, Placed[], Placed, never> = {
  initial: 0,
  decide: (events) => accept(...events),
  evolve: (count) => count + 1,
};

const CALLERS = 256;
const EVENTS_EACH = 10;

/** So many events into the log, ten to a stream, by `execute` as any other. */
export async function fill({ store }: OpenLog, amount: number): Promise<void> {
  let left = Math.ceil(amount / EVENTS_EACH);
  const append = async () => {
    while (left-- > 0) {
      const at = instantOf(Date.now());
      const command = Array.from({ length: EVENTS_EACH }, (): Placed => ({ type: FILLED_TYPE, at, data: orderData() }));
      const outcome = await store.execute({
        stream: { id: `order-${randomUUID()}`, kind: 'order', territory: TERRITORY },
        decider: placing,
        key: randomUUID(),
        requestHash: 'filled',
        actor: envelope.actor,
        admit: () => ({ ok: true, envelope }),
        command,
      });
      if (outcome.kind !== 'appended') throw new Error(`answered ${outcome.kind}`);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, append));
}
