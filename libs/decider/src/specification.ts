import type { Decider } from './decider.js';

export interface Outcome<E, R extends string> {
  then(...expected: E[]): void;
  thenRejected(code: R): void;
  thenNothing(): void;
}

/** The test language of deciders: given these events, when this command, then these events or this refusal. */
export function specificationOf<S, C, E, R extends string>(decider: Decider<S, C, E, R>) {
  return {
    given: (...history: E[]) => ({
      when(command: C): Outcome<E, R> {
        const state = history.reduce((folded, event) => decider.evolve(folded, event), decider.initial);
        const decision = decider.decide(command, state);
        return {
          then: (...expected) => mustEqual(decision, { kind: 'accepted', events: expected }),
          thenRejected: (code) => {
            if (decision.kind !== 'rejected' || decision.code !== code) mustEqual(decision, { kind: 'rejected', code });
          },
          thenNothing: () => mustEqual(decision, { kind: 'accepted', events: [] }),
        };
      },
    }),
  };
}

function mustEqual(actual: unknown, expected: unknown): void {
  const [seen, wanted] = [inOrder(actual), inOrder(expected)];
  if (seen !== wanted) throw new Error(`expected ${wanted}\nbut saw  ${seen}`);
}

/** JSON with sorted keys; a key whose value is undefined counts as absent, as it does in the log. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
