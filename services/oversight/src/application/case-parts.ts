import type { Instant, Territory } from '@baogong/kernel';
import type { Side } from '../domain/case/messages.js';
import type { Runtime } from './runtime.js';

/** Under this token controllers are given all that cases need. */
export const CASE_PARTS = Symbol('CaseParts');

export interface Holder {
  role: string;
  actor: string;
}

export interface Statement {
  ordinal: number;
  side: Side;
  at: Instant;
  words: string;
}

export interface OfCase {
  caseId: string;
  householdId?: string;
}

/** The words people wrote, outside the log and sealed: added one after the other, never changed, erased as a whole. */
export interface Statements {
  /** The same ordinal again changes nothing; of an erased household nothing is kept. */
  add(of: OfCase, statement: Statement): Promise<void>;
  /** Those that are not erased. */
  of(caseId: string): Promise<Statement[]>;
  /** What was written down before words were sealed. */
  sealPlain(): Promise<void>;
}

export interface CaseParts {
  runtime: Runtime;
  statements: Statements;
  /** Organisations that hold a role over a place, the nearest first. */
  holdersAt(place: Territory): Promise<Holder[]>;
}
