import type { IssuedCommand, Process } from '@baogong/decider';

type Said = { action: string; data: unknown };

/** The test language of processes: it hears this, it says that. Only the last thing heard is answered. */
export function conversationWith<S, In, Out>(process: Process<S, In, Out>) {
  let state = process.initial;
  let said: IssuedCommand[] = [];
  const talk = {
    hears(event: In) {
      const decisions = process.react(event, state);
      state = decisions.reduce((folded, decision) => process.evolve(folded, decision), state);
      said = decisions.flatMap((decision) => process.commandsOf(decision));
      return talk;
    },
    says(...expected: Said[]) {
      mustEqual(
        said.map(({ action, data }) => ({ action, data })),
        expected,
      );
      return talk;
    },
    saysNothing: () => talk.says(),
    to(...streams: string[]) {
      mustEqual(
        said.map(({ stream }) => stream.id),
        streams,
      );
      return talk;
    },
  };
  return talk;
}

function mustEqual(actual: unknown, expected: unknown): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`expected ${wanted}\nbut heard ${seen}`);
}
