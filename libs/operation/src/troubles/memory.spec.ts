import { memoryTrouble, type MemoryLimits } from './memory.js';

const NEED = 256;
const told = (limits: MemoryLimits) => memoryTrouble(NEED, limits)?.message;

describe('the limit of memory', () => {
  it('of a container that is too small is named as such, though it makes the heap small as well', () => {
    for (const heapMb of [96, 320]) {
      expect(told({ heapMb, containerMb: 192 })).toMatch(
        /^The memory limit of 192 MB \(the container's\) is too small: 256 MB are needed\.\nRaise the memory limit of the/,
      );
    }
  });

  it('of the heap is named where the container allows enough, or there is none', () => {
    for (const containerMb of [512, undefined])
      expect(told({ heapMb: 64, containerMb })).toContain("The memory limit of 64 MB (Node's heap) is too small");
  });

  it('is no trouble where both are enough', () => {
    expect(told({ heapMb: NEED, containerMb: NEED })).toBeUndefined();
    expect(told({ heapMb: NEED, containerMb: undefined })).toBeUndefined();
  });
});
