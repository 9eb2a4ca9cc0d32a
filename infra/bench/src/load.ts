import type { Order, Run } from './contender.js';

/** A closed loop: every caller asks again as soon as it has its answer. Latencies in milliseconds. */
export async function closedLoop(order: Order, act: (caller: number) => Promise<void>): Promise<Run> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + order.seconds * 1000;
  await Promise.all(
    Array.from({ length: order.callers }, async (_, caller) => {
      for (let now = performance.now(); now < until;) {
        await act(caller);
        const after = performance.now();
        latencies.push(after - now);
        now = after;
      }
    }),
  );
  return runOf(latencies.length, performance.now() - started, latencies);
}

export function runOf(done: number, milliseconds: number, latencies: number[]): Run {
  const sorted = Float64Array.from(latencies).sort();
  return { done, seconds: milliseconds / 1000, p50Ms: share(sorted, 0.5), p99Ms: share(sorted, 0.99) };
}

function share(sorted: Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
