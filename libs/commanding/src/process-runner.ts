import { accept, type Decider, type IssuedCommand, type Process } from '@baogong/decider';
import type { EventRecord, ProcessConsumer } from '@baogong/event-pipe';
import type { ProcessRunner, ServiceRuntime } from './types.js';
import type { Context } from '@baogong/contracts';
import { CommandDelayed } from './issue.js';
import { hashText } from '@baogong/kernel';
import type { Instant } from '@baogong/kernel';
import { systemBy } from './duty.js';

export interface ProcessPlan<S, In, Out> {
  /** Kebab case, unique in the service; consumers, streams and the type of the decisions are named after it. */
  name: string;
  process: Process<S, In, Out>;
  sources: { source: Context; handles: string[] }[];
  /** The process's own words for the event; undefined when it concerns none. */
  translate(record: EventRecord, runtime: ServiceRuntime): In | undefined | Promise<In | undefined>;
}

interface Decided<Out> {
  type: string;
  at: Instant;
  data: Out;
}

/** Decisions are the service's own bookkeeping, no one's duty: the events they cause name the rules. */
const OWN_RECORD = 'own-record';
const STREAMS_AT_ONCE = 32;

/**
 * A process manager as two consumers. The first records what was decided on the process's own stream, under a key
 * made of the position of the event: a redo finds that first decision. The second reads the service's own log and
 * issues the commands, under keys made of the decision's position.
 */
export function processRunner<S, In, Out>(plan: ProcessPlan<S, In, Out>): ProcessRunner {
  const decidedType = `${plan.name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}Decided`;
  return {
    decidedType,
    consumers: (runtime) => [
      ...plan.sources.map((from) => recorderOf(plan, { ...from, decidedType }, runtime)),
      issuerOfDecisions(plan, decidedType, runtime),
    ],
  };
}

function recorderOf<S, In, Out>(
  plan: ProcessPlan<S, In, Out>,
  { source, handles, decidedType }: { source: Context; handles: string[]; decidedType: string },
  runtime: ServiceRuntime,
): ProcessConsumer {
  const name = `${plan.name}-${source}`;
  return {
    name,
    source,
    handles,
    async handle(record) {
      const incoming = await plan.translate(record, runtime);
      const instance = incoming === undefined ? undefined : plan.process.streamOf(incoming);
      if (incoming === undefined || instance === undefined) return;
      const position = `${source}:${record.shard}:${record.pos}`;
      const outcome = await runtime.store.execute({
        stream: { id: `${plan.name}-${instance}`, kind: plan.name, territory: record.territory },
        decider: deciderOf(plan.process, decidedType),
        key: `${name}:${position}`,
        requestHash: hashText(record.id),
        actor: systemBy().actor,
        admit: () => ({ ok: true, envelope: envelopeOf(record, runtime) }),
        command: { incoming, at: runtime.clock.now() },
      });
      if (outcome.kind === 'overloaded') throw new CommandDelayed(`${name} has to wait: overloaded`);
      if (!['appended', 'replayed', 'unchanged'].includes(outcome.kind)) {
        throw new Error(`${name} could not record its decision on ${position}: ${outcome.kind}`);
      }
    },
  };
}

function deciderOf<S, In, Out>(
  process: Process<S, In, Out>,
  type: string,
): Decider<S, { incoming: In; at: Instant }, Decided<Out>, never> {
  return {
    initial: process.initial,
    decide: ({ incoming, at }, state) => accept(...process.react(incoming, state).map((data) => ({ type, at, data }))),
    evolve: (state, { data }) => process.evolve(state, data),
    ...(process.snapshotRevision === undefined ? {} : { snapshotRevision: process.snapshotRevision }),
  };
}

function envelopeOf({ correlation, id, drill, territory }: EventRecord, { authority }: ServiceRuntime) {
  return {
    actor: systemBy().actor,
    role: systemBy().role,
    rule: OWN_RECORD,
    policyVersion: authority.inForce(territory)?.policyVersion ?? 0,
    authorityStale: authority.isStale(),
    correlation,
    causation: id,
    drill,
  };
}

function issuerOfDecisions<S, In, Out>(
  plan: ProcessPlan<S, In, Out>,
  decidedType: string,
  runtime: ServiceRuntime,
): ProcessConsumer {
  return {
    name: `${plan.name}-issue`,
    source: runtime.service,
    handles: [decidedType],
    async handle(record) {
      const commands = plan.process.commandsOf(record.data as Out);
      await eachStream(commands, (command, ordinal) =>
        runtime.issue(command, {
          key: `${record.shard}:${record.pos}:${ordinal}`,
          correlation: record.correlation,
          causation: record.id,
        }),
      );
    },
  };
}

/** Commands on one stream in their order, streams beside each other: a draw grants a thousand orders in one decision. */
async function eachStream(
  commands: IssuedCommand[],
  issue: (command: IssuedCommand, ordinal: number) => Promise<void>,
): Promise<void> {
  const streams = new Map<string, { command: IssuedCommand; ordinal: number }[]>();
  commands.forEach((command, ordinal) => {
    const waiting = streams.get(command.stream.id) ?? [];
    streams.set(command.stream.id, [...waiting, { command, ordinal }]);
  });
  const queue = [...streams.values()];
  const work = async (): Promise<void> => {
    for (let stream = queue.shift(); stream; stream = queue.shift()) {
      for (const { command, ordinal } of stream) await issue(command, ordinal);
    }
  };
  await Promise.all(Array.from({ length: Math.min(STREAMS_AT_ONCE, queue.length) }, work));
}
