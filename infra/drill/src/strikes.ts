import type { Instance } from './instance.js';

/** Tells, from what was left behind, how far things had come at that moment. */
export type Progress = (at: Date) => Promise<string>;

/** kill -9 of parts of an instance, and what there is to tell of each. */
export class Strikes {
  readonly told: string[] = [];

  constructor(
    private readonly instance: Instance,
    private readonly say: (text: string) => void,
  ) {}

  /** Embedded there is one process and no broker: it dies once, whichever part was meant. */
  async strike(parts: readonly string[], progress?: Progress): Promise<void> {
    const whole = this.instance.mode === 'embedded';
    for (const part of parts.filter((each) => !whole || each !== 'broker')) {
      const [at, started] = [new Date(), performance.now()];
      await this.instance.strike(part);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const reached = progress ? ` with ${await progress(at)}` : '';
      this.told.push(`${whole ? 'the whole' : part}${reached}, back after ${seconds} s`);
      this.say(`kill -9 of ${this.told.at(-1)}`);
    }
  }
}
