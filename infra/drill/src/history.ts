import type { Answer } from './answer.js';

export interface Attempt {
  as: string;
  key: string;
  action?: string;
  method: string;
  path: string;
  answer: Answer;
  milliseconds: number;
}

/** What the clients of a run were told: acknowledged, refused, and how long each answer took. */
export class History {
  readonly attempts: Attempt[] = [];
  /** Answers that said to come back, attempts that broke off, and attempts that nobody answered in time. */
  readonly passing = { turnedAway: 0, unavailable: 0, brokenOff: 0, timedOut: 0 };

  attempted({ status, failure }: { status?: number | undefined; failure?: Error | undefined }): void {
    if (failure) this.passing[/timeout/i.test(failure.name + failure.message) ? 'timedOut' : 'brokenOff'] += 1;
    else if (status === 429) this.passing.turnedAway += 1;
    else if (status === 502 || status === 503 || status === 504) this.passing.unavailable += 1;
  }

  record(attempt: Attempt): void {
    this.attempts.push(attempt);
  }

  /** Acknowledged commands with the position the system named for each. */
  acknowledged(): { service: string; key: string; positions: string }[] {
    return this.attempts
      .filter(({ answer }) => answer.status < 300 && answer.position)
      .map(({ key, answer }) => ({ service: answer.position!.split(':')[0]!, key, positions: answer.position! }));
  }

  /** @returns milliseconds that the share of commands (0 to 1) stayed below */
  latency(share: number): number {
    const sorted = this.attempts.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  }
}
