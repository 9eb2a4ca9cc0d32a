const FIRST_MS = 200;
const LONGEST_MS = 5000;
const LIVED_WELL_MS = 10_000;

/** Waits that double while something dies again and again, and start anew once it has lived for a while. */
export class BackingOff {
  private failures = 0;

  constructor(private readonly now: () => number = Date.now) {}

  nextMs(startedAt: number): number {
    this.failures = this.now() - startedAt > LIVED_WELL_MS ? 0 : this.failures;
    return Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures++);
  }
}
