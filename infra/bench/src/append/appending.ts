import { accept, type Decider } from '@baogong/decider';
import { instantOf } from '@baogong/kernel';
import { createHash, randomUUID } from 'node:crypto';
import type { Order, Run } from '../contender.js';
import { orderData } from '../goods.js';
import { closedLoop } from '../load.js';
import { envelope, TERRITORY, type OpenLog } from '../log.js';

type Recorded = { type: 'OrderRecorded'; at: string; data: unknown };
type Command = { at: string; data: unknown[] };

const recording: Decider<number, Command, Recorded, never> = {
  initial: 0,
  decide: ({ at, data }) => accept(...data.map((one) => ({ type: 'OrderRecorded' as const, at, data: one }))),
  evolve: (count) => count + 1,
};

/** The whole of `execute`: mailbox, decision, key, request hash, digests; the stream is new or cached, as in a service. */
export function appendingTo({ store }: OpenLog): (order: Order) => Promise<Run> {
  return (order) => {
    const streams = Array.from({ length: order.callers }, () => `order-${randomUUID()}`);
    return closedLoop(order, async (caller) => {
      const data = Array.from({ length: order.events }, orderData);
      const outcome = await store.execute({
        stream: { id: streams[caller]!, kind: 'order', territory: TERRITORY },
        decider: recording,
        key: randomUUID(),
        requestHash: createHash('sha256').update(JSON.stringify(data)).digest('hex'),
        actor: envelope.actor,
        admit: () => ({ ok: true, envelope }),
        command: { at: instantOf(Date.now()), data },
      });
      if (outcome.kind !== 'appended') throw new Error(`answered ${outcome.kind}`);
    });
  };
}
