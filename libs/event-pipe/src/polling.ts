const BESIDE_OTHERS_MS = 50;
/** Appends of this process wake by themselves: then the poll only tells the heads and finds what a killed one left. */
const ALONE_MS = 250;

/** How long to wait between two looks at the heads of a log, in milliseconds. */
export function pollMs(alone: boolean): number {
  return alone ? ALONE_MS : BESIDE_OTHERS_MS;
}
