/** What a command led to: events to record, or a refusal told as a stable code. */
export type Decision<E, R extends string> =
  { kind: 'accepted'; events: E[] } | { kind: 'rejected'; code: R; params?: Record<string, string | number> };

/** Who acts: facts for deciders. Which role may ask is the duty matrix's business, never a decider's. */
export interface By {
  actor: string;
  role: string;
  organisation: string;
  households: string[];
}

/**
 * An aggregate as three pure parts: an initial state, a decision per command and the fold of its events.
 * The form follows J. Chassaing, "Functional Event Sourcing Decider".
 */
export interface Decider<S, C, E, R extends string> {
  initial: S;
  decide(command: C, state: S): Decision<E, R>;
  evolve(state: S, event: E): S;
  /**
   * Declared where a stream may grow long: its state is kept as JSON under this number and folded on from there. It
   * rises with every change of the state's shape or of what `evolve` makes of an event; a state of another is not used.
   */
  snapshotRevision?: number;
}

export function accept<E>(...events: E[]): { kind: 'accepted'; events: E[] } {
  return { kind: 'accepted', events };
}

export function reject<R extends string>(
  code: R,
  params?: Record<string, string | number>,
): { kind: 'rejected'; code: R; params?: Record<string, string | number> } {
  return params ? { kind: 'rejected', code, params } : { kind: 'rejected', code };
}

/** Marks a branch the types rule out; throws when stored data breaks the types all the same. */
export function unreachable(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
