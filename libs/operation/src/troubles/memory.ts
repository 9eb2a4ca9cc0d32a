import { getHeapStatistics } from 'node:v8';
import { trouble, type Trouble } from './trouble.js';

const MB = 1024 * 1024;

export interface MemoryLimits {
  heapMb: number;
  /** Of the control group; undefined where there is none. */
  containerMb: number | undefined;
}

export function memoryLimits(): MemoryLimits {
  const container = process.constrainedMemory();
  return {
    heapMb: Math.floor(getHeapStatistics().heap_size_limit / MB),
    // Without a limit the kernel tells a number beyond all memory.
    containerMb: container > 0 && container < 2 ** 50 ? Math.floor(container / MB) : undefined,
  };
}

/**
 * The container's limit goes first: where it is too small, Node has made its heap smaller of its own accord.
 * @param need MB that must be allowed, to the heap and to the container as a whole
 */
export function memoryTrouble(need: number, limits: MemoryLimits = memoryLimits()): Trouble | undefined {
  const { containerMb, heapMb } = limits;
  if (containerMb !== undefined && containerMb < need)
    return trouble('memory-too-small', { have: containerMb, need, limit: 'container' });
  return heapMb < need ? trouble('memory-too-small', { have: heapMb, need, limit: 'heap' }) : undefined;
}
