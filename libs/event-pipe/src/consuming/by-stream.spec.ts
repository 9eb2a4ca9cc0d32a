import fc from 'fast-check';
import type { EventRecord } from '../port.js';
import { handleByStream } from './by-stream.js';

const record = (pos: number, stream: string) => ({ pos, stream }) as EventRecord;
const records = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  .map((streams) => streams.map((stream, index) => record(index + 1, stream)));

describe('handling by stream', () => {
  it('handles each record once, those of one stream in order, and tells of the first that failed', async () => {
    const width = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(records, fc.uniqueArray(fc.integer({ min: 1, max: 30 })), width, async (all, bad, workers) => {
        const handled: EventRecord[] = [];
        const failed = await handleByStream(all, workers, async (one) => {
          await new Promise((later) => setTimeout(later, one.pos % 3));
          if (bad.includes(one.pos)) throw new Error(`${one.pos}`);
          handled.push(one);
        });
        const first = all.find(({ pos }) => bad.includes(pos))?.pos;
        expect(failed?.record.pos).toBe(first);
        const positions = handled.map(({ pos }) => pos);
        expect(new Set(positions).size).toBe(positions.length);
        for (const { pos } of all) if (pos < (first ?? Infinity)) expect(positions).toContain(pos);
        for (const stream of ['a', 'b', 'c', 'd']) {
          const own = handled.filter((one) => one.stream === stream).map(({ pos }) => pos);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});
