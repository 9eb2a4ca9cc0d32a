export interface Finding {
  id: string;
  checked: number;
  broken: number;
  /** What is wrong, in words and numbers that lead to the rows; at most five. */
  examples: string[];
}

const EXAMPLES_MAX = 5;

/** Counts one invariant: how often it was looked at, how often it did not hold. */
export class Tally {
  private checked = 0;
  private broken = 0;
  private readonly examples: string[] = [];

  constructor(private readonly id: string) {}

  check(holds: boolean, example: () => string): void {
    this.checked += 1;
    if (holds) return;
    this.broken += 1;
    if (this.examples.length < EXAMPLES_MAX) this.examples.push(example());
  }

  get finding(): Finding {
    return { id: this.id, checked: this.checked, broken: this.broken, examples: this.examples };
  }
}
