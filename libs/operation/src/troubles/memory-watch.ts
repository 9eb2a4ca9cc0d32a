import { getHeapStatistics } from 'node:v8';
import { memoryLimits } from './memory.js';

const MB = 1024 * 1024;
const LOOK_MS = 200;
/** Of the limit; it counts the young generation, which never fills, so that a full heap shows less than all. */
const SHORT = 0.8;

/**
 * Tells once when memory is nearly out: who runs out of it is ended by Node or by the kernel and can say nothing then.
 * Returns how to stop looking.
 */
export function watchMemory(onShort: (words: string) => void): () => void {
  const { heapMb, containerMb } = memoryLimits();
  const looking = setInterval(() => {
    const usedMb = getHeapStatistics().used_heap_size / MB;
    const wholeMb = process.memoryUsage.rss() / MB;
    const heapShort = usedMb > SHORT * heapMb;
    if (!heapShort && !(containerMb !== undefined && wholeMb > SHORT * containerMb)) return;
    clearInterval(looking);
    onShort(
      heapShort
        ? `${Math.round(usedMb)} of ${heapMb} MB of heap in use`
        : `${Math.round(wholeMb)} of ${containerMb} MB of the container in use`,
    );
  }, LOOK_MS);
  looking.unref();
  return () => clearInterval(looking);
}
