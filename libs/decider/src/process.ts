/** A command that a process or a timer asks for; the service maps the action to its decider. */
export interface IssuedCommand {
  action: string;
  stream: { id: string; kind: string; territory: string };
  data: unknown;
}

/**
 * A process manager: turns events into decisions kept on a stream of its own, and those decisions into commands.
 * `react` must be pure: a redo after a crash finds the recorded decision and never makes another.
 */
export interface Process<S, In, Out> {
  initial: S;
  /** The process instance an event belongs to; undefined when it concerns none. */
  streamOf(event: In): string | undefined;
  react(event: In, state: S): Out[];
  evolve(state: S, out: Out): S;
  /** As of a decider. */
  snapshotRevision?: number;
  commandsOf(out: Out): IssuedCommand[];
}
