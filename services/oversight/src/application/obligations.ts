import type { AnyDecider, Caller, CommandResult, IssuedTable } from '@baogong/commanding';
import { ROLES, type Condition, type Facts } from '@baogong/duties';
import { answerFor, chargeFor, forbiddingRule, isEverObliged, obligingRule, type Holders } from './charges.js';
import { obligation, isOpen } from '../domain/obligation/obligation.js';
import type { Broken, Charge, Duty, ObligationState, Outcome } from '../domain/obligation/messages.js';
import { obligationStream, type StartAsked } from '../domain/obligations/obligations.process.js';
import type { Runtime } from './runtime.js';

export interface ObligationFacts {
  holders: Holders;
  /** Whether any of the offers is medicine; it may have to wait until they are known. */
  areMedicine(offerIds: string[]): Promise<boolean>;
}

type Open = Extract<ObligationState, { turn: unknown }>;

/** The commands that events and timers issue, with law and holders as they are when they are carried out. */
export function obligationsIssued(runtime: Runtime, facts: ObligationFacts): IssuedTable {
  const decider = obligation as AnyDecider;
  const loaded = async (streamId: string) => (await runtime.store.load(streamId, obligation)).state;
  return {
    StartDuty: { decider, data: ({ data }) => begun(runtime, facts, data as StartAsked) },
    FulfilDuty: { decider },
    LapseDuty: { decider },
    EscalateDuty: {
      decider,
      async data({ stream, data }) {
        const state = await loaded(stream.id);
        if (!isOpen(state)) return { ...(data as object), obliged: false };
        const obliged = stillObliged(runtime, state) !== undefined;
        const next = obliged ? await nextAnswer(runtime, facts.holders, state) : undefined;
        return { ...(data as object), obliged, ...(next ? { next } : {}) };
      },
    },
    ReviewDuty: {
      decider,
      async data({ stream, data }) {
        const state = await loaded(stream.id);
        const charge = await chargeNow(runtime, facts.holders, state);
        return { ...(data as object), ...(charge ? { charge } : {}) };
      },
    },
  };
}

async function begun(runtime: Runtime, { holders, areMedicine }: ObligationFacts, asked: StartAsked) {
  const { offerIds, done, ...facts } = asked;
  if (done) return brokenBy(runtime, holders, facts);
  const duty = offerIds && (await areMedicine(offerIds)) ? { ...facts, medicine: true } : facts;
  const charge = await chargeOf(runtime, holders, duty);
  return { ...duty, ...(charge ? { charge } : {}), ...(isEverObliged(runtime, duty) ? { note: true } : {}) };
}

async function brokenBy(runtime: Runtime, holders: Holders, duty: Duty) {
  const rule = forbiddingRule(runtime, duty);
  if (!rule || duty.named === undefined) return duty;
  const owner = duty.named;
  const asked = { role: 'residents-committee', territory: duty.territory, asked: [owner] };
  const next = await answerFor(runtime, holders, asked);
  const broken: Broken = { rule: rule.id, role: rule.role, owner, escalateTo: next?.role ?? asked.role };
  return { ...duty, broken: { ...broken, ...(next ? { next } : {}) } };
}

function chargeNow(runtime: Runtime, holders: Holders, state: ObligationState): Promise<Charge | undefined> {
  if (state.status === 'noted') return chargeOf(runtime, holders, state.duty);
  return Promise.resolve(isOpen(state) ? stillObliged(runtime, state) : undefined);
}

async function chargeOf(runtime: Runtime, holders: Holders, duty: Duty): Promise<Charge | undefined> {
  const { action, territory, named, medicine = false } = duty;
  // Outside a crisis nobody is obliged, and then nothing more is asked.
  if (!ROLES.some((role) => obligingRule(runtime, { role, action, territory }))) return undefined;
  const facts = { 'named-consignee': named !== undefined, medicine };
  return chargeFor(runtime, holders, { action, territory, named, facts });
}

function nextAnswer(runtime: Runtime, holders: Holders, { duty, turn }: Open): Promise<Charge | undefined> {
  const asked = [duty.owner, turn.owner];
  return answerFor(runtime, holders, { role: turn.escalateTo, territory: duty.territory, asked });
}

/** What the law in force says of whoever answers now; undefined where it lets no clock run. */
function stillObliged(runtime: Runtime, { duty, turn }: Open): Charge | undefined {
  const { territory } = duty;
  const action = turn.level > 0 ? 'SettleBreach' : duty.action;
  const facts = factsOf(runtime, turn.rule);
  const rules = [turn.role, ...ROLES].flatMap(
    (role) => obligingRule(runtime, { role, action, territory, facts }) ?? [],
  );
  const [rule] = turn.level > 0 ? rules.filter(({ role }) => role === turn.role) : rules;
  const { role, owner, escalateTo } = turn;
  return rule && { rule: rule.id, minutes: rule.deadlineMinutes, role, owner, escalateTo };
}

/** What was true when the clock began is true still: medicine stays medicine. */
function factsOf({ authority }: Runtime, ruleId: string): Facts {
  const conditions = authority.matrix()?.rules.find(({ id }) => id === ruleId)?.conditions ?? [];
  return Object.fromEntries(conditions.map((condition: Condition) => [condition, true]));
}

export async function settleBreach(
  runtime: Runtime,
  caller: Caller,
  { obligationId, ...data }: { obligationId: string; outcome: Outcome; reason: string },
): Promise<CommandResult> {
  const stream = obligationStream(obligationId, '');
  const { header } = await runtime.store.load(stream.id, obligation);
  if (!header) return { kind: 'not-found' };
  const at = { ...stream, territory: header.territory };
  return runtime.desk.handle({ action: 'SettleBreach', caller, stream: at, decider: obligation, data });
}
