/** Ends of a program, after sysexits: what a restart may heal, what it does not, and what asks for another command. */
export const EXIT = { failed: 1, usage: 2, unavailable: 69, configuration: 78 } as const;

export interface Entry<A> {
  /** What the program ends with. */
  exit: number;
  /** Values the page shows the message with. */
  example: A;
  says(told: A): string;
}

export const entry = <A extends object>(told: Entry<A>): Entry<A> => told;
