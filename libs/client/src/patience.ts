import type { WireAnswer } from './answers.js';
import { retryAfterOf } from './answers.js';

export interface Patience {
  /** Milliseconds that one attempt may take. */
  attemptMs: number;
  /** Milliseconds in all, after which no further attempt begins. */
  totalMs: number;
  /** Milliseconds before the second attempt where the server names no time; doubled from there on. */
  pauseMs: number;
}

export const PATIENCE: Patience = { attemptMs: 10_000, totalMs: 60_000, pauseMs: 100 };

const PAUSE_MAX_MS = 5_000;
const PASSING = new Set([429, 502, 503, 504]);

export const isPassing = (status: number): boolean => PASSING.has(status);

/**
 * Retry-After is kept to and spread upwards, so that those who were sent away together do not come back together. Without it
 * exponential backoff with full jitter (Brooker, Exponential Backoff And Jitter, 2015).
 * @param attempt 1 after the first attempt
 * @param chance in [0, 1)
 * @returns milliseconds until the next attempt
 */
export function pauseBefore(
  { pauseMs }: Patience,
  { attempt, answer }: { attempt: number; answer: WireAnswer | undefined },
  chance: number,
): number {
  const seconds = retryAfterOf(answer?.header('retry-after'));
  if (seconds !== undefined) return seconds * 1000 * (1 + chance / 4);
  return Math.min(PAUSE_MAX_MS, pauseMs * 2 ** (attempt - 1)) * (0.5 + chance / 2);
}
