import type { Order, Run } from './contender.js';
import type { Contestant } from './contestant.js';
import type { Machine } from './machine.js';

const WARM_UP_SECONDS = 1;

/** Each in turn, round after round: what slows the machine for a while slows them all. */
export async function alternate(
  machine: Machine,
  contestants: Contestant[],
  { order, rounds }: { order: Order; rounds: number },
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(contestants.map(({ name }) => [name, []]));
  const { amount } = order;
  const warmUp = amount === undefined ? { seconds: WARM_UP_SECONDS } : { amount: amount / 10 };
  for (const contestant of contestants) await contestant.run({ ...order, ...warmUp });
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      await machine.settle();
      runs.get(contestant.name)!.push(await contestant.run(order));
    }
  }
  return runs;
}
