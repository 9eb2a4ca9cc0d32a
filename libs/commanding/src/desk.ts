import type { By } from '@baogong/decider';
import type { Territory } from '@baogong/kernel';
import type { InForce } from './types.js';
import type { Admission, Envelope } from '@baogong/event-store';
import type { Caller, CommandDesk, CommandUnit, Reader } from './desk-types.js';
import { judge } from './duty.js';
import type { Judgement } from './refusing.js';
import { createRefusalBook } from './refusals.js';
import { envelopeOf, resultOf, withoutOrganisation, type DeskOptions } from './envelope.js';
import { issueUnit } from './issue.js';

/** Keys that issued commands use; a caller who guessed one would block the system's own command. */
const ISSUED_KEY = /^(\d+:\d+:\d+$|timer:)/;

export function createCommandDesk(options: DeskOptions): CommandDesk {
  const { store, authority, clock, log } = options;
  const book = createRefusalBook({ store, authority, clock, log, newId: () => options.ids.newId() });
  const noteRefusal = (judged: Judgement, caller: Reader, territory: Territory): void => {
    if (judged.ok || judged.refusal.kind !== 'refused') return;
    book.note(judged.refusal, { actor: caller.actor, territory, correlation: caller.correlation });
  };
  return {
    async handle(unit) {
      const { caller, stream } = unit;
      if (ISSUED_KEY.test(caller.key)) return { kind: 'key-reused' };
      const gate = gateOf(options, unit);
      const data = await dataOf(unit.data);
      const outcome = await store.execute({
        stream,
        decider: unit.decider,
        key: caller.key,
        requestHash: caller.requestHash,
        actor: unit.veil ?? caller.actor,
        ...(typeof caller.ifMatch === 'number' ? { ifMatch: caller.ifMatch } : {}),
        admit: (header) => gate.admit(unit.place ?? header?.territory ?? stream.territory),
        command(state) {
          const { by, inForce } = gate.allowed();
          const command = { type: unit.action, at: clock.now(), by, data };
          return unit.toCommand
            ? unit.toCommand(command, state, inForce)
            : (command as Parameters<typeof unit.decider.decide>[0]);
        },
      });
      if (outcome.kind === 'refused') noteRefusal(gate.judged(), caller, gate.territory());
      return resultOf(options.service, outcome);
    },
    issue: (unit) => issueUnit(options, unit),
    see(caller, action, territory) {
      const { actor, askedRole } = caller;
      const judged = judge(authority, { actor, action, territory, at: clock.now(), ...asked(askedRole) });
      if (judged.ok) return { ok: true, by: judged.by };
      noteRefusal(judged, caller, territory);
      return { ok: false, refusal: withoutOrganisation(judged.refusal) };
    },
    report: (refusal, seen) => book.note(refusal, seen),
    refusalCounts: () => book.counts(),
    flushRefusals: () => book.flush(),
    close: () => book.close(),
  };
}

interface Gate {
  admit(territory: Territory): Admission;
  judged(): Judgement;
  allowed(): { by: By; inForce: InForce };
  territory(): Territory;
}

/** Remembers what the store was told, for the command that follows and for the refusal that may have to be recorded. */
function gateOf<S, C, E, R extends string>(options: DeskOptions, unit: CommandUnit<S, C, E, R>): Gate {
  const { authority, clock } = options;
  const { caller, action, facts = {} } = unit;
  let seen: { judged: Judgement; territory: Territory } | undefined;
  const now = () => {
    if (!seen) throw new Error('the store decided without asking for admission');
    return seen;
  };
  return {
    admit(territory) {
      const duty = { actor: caller.actor, action, territory, at: clock.now(), facts, ...asked(caller.askedRole) };
      const judged = judge(authority, duty);
      seen = { judged, territory };
      if (!judged.ok) return { ok: false, refusal: judged.refusal };
      if (unit.byPolicy && !judged.inForce.policy) return { ok: false, refusal: { kind: 'authority-unknown' } };
      if (lacksVersion(caller)) return { ok: false, refusal: { kind: 'version-required' } };
      return { ok: true, envelope: veiled(unit, envelopeOf(options, judged, { ...caller, causation: caller.key })) };
    },
    judged: () => now().judged,
    territory: () => now().territory,
    allowed() {
      const { judged } = now();
      if (!judged.ok) throw new Error('the store decided on a refused command');
      return judged;
    },
  };
}

const veiled = <S, C, E, R extends string>({ veil, stream }: CommandUnit<S, C, E, R>, envelope: Envelope): Envelope =>
  veil === undefined ? envelope : { ...envelope, actor: veil, correlation: stream.id, causation: stream.id };

const asked = (askedRole?: string) => (askedRole === undefined ? {} : { askedRole });

const lacksVersion = ({ needsIfMatch, ifMatch }: Caller) => needsIfMatch === true && typeof ifMatch !== 'number';

async function dataOf(data: unknown): Promise<unknown> {
  return typeof data === 'function' ? ((await data()) as unknown) : data;
}
