import type { AnyDecider, Caller, CommandResult, InForce, IssuedTable } from '@baogong/commanding';
import type { IssuedCommand } from '@baogong/decider';
import { evaluate, ROLES, type Action } from '@baogong/duties';
import { householdOf, placeWithoutHome, type Instant, type Territory } from '@baogong/kernel';
import { feedbackCase } from '../domain/case/case.js';
import type { CaseCommand, CaseEvent, CaseRejection, Opening, Side } from '../domain/case/messages.js';
import type { Desk } from '../domain/case/owners.js';
import type { CaseParts, Holder } from './case-parts.js';
import { caseStream } from './streams.js';

export type CaseResult = CommandResult<CaseEvent, CaseRejection>;
export type Reporting = Omit<Opening, 'place' | 'householdId'> & { territory: Territory; words?: string };

/** A case stands at the building or lane: whose household it is, is no part of its address. */
export async function openCase(
  parts: CaseParts,
  caller: Caller,
  { territory, words, ...asked }: Reporting,
): Promise<CaseResult> {
  const place = placeWithoutHome(territory);
  const householdId = householdOf(territory);
  const opening = { ...asked, place, ...homeIn({ householdId }) };
  const holders = await parts.holdersAt(place);
  const result = await parts.runtime.desk.handle({
    action: 'OpenCase',
    caller,
    stream: caseStream(asked.caseId, place),
    decider: feedbackCase,
    data: { ...opening, words: words !== undefined },
    toCommand: (command, _state, inForce) => withDesks(command, { inForce, holders, kind: asked.kind }),
  });
  await keepWords(parts, result, { householdId, words });
  return result;
}

export interface Asking {
  action: Exclude<CaseCommand['type'], 'OpenCase'> & Action;
  caseId: string;
  data?: object;
  words?: string;
}

export async function onCase(
  parts: CaseParts,
  caller: Caller,
  { action, caseId, data = {}, words }: Asking,
): Promise<CaseResult> {
  const { state } = await parts.runtime.store.load(caseStream(caseId, '').id, feedbackCase);
  if (state.status === 'none') return { kind: 'not-found' };
  const { kind, place, householdId } = state;
  const holders = await parts.holdersAt(place);
  const result = await parts.runtime.desk.handle({
    action,
    caller,
    stream: caseStream(caseId, place),
    decider: feedbackCase,
    data: { ...data, words: words !== undefined },
    toCommand: (command, _state, inForce) => withDesks(command, { inForce, holders, kind }),
  });
  await keepWords(parts, result, { householdId, words });
  return result;
}

/** What the clocks of cases ask for, with the desks as they are when a clock has run out. */
export function issuedOnCases(parts: CaseParts): IssuedTable {
  const decider = feedbackCase as AnyDecider;
  return {
    OpenCase: { decider, data: (command) => ruleReported(parts, command), expects: ['already-opened'] },
    EscalateCase: { decider, data: (command) => escalation(parts, command) },
    CloseCase: { decider },
    MissStatement: { decider },
  };
}

async function ruleReported(parts: CaseParts, { stream, data }: IssuedCommand) {
  return { ...(data as object), desks: await desksNow(parts, stream.territory, 'rule-report') };
}

async function escalation(parts: CaseParts, { stream, data }: IssuedCommand) {
  const { state } = await parts.runtime.store.load(stream.id, feedbackCase);
  const kind = state.status === 'none' ? 'complaint' : state.kind;
  return { ...(data as { clock: number }), desks: await desksNow(parts, stream.territory, kind) };
}

async function desksNow({ runtime, holdersAt }: CaseParts, place: Territory, kind: Opening['kind']): Promise<Desk[]> {
  const inForce = runtime.authority.inForce(place);
  const holders = await holdersAt(place);
  return inForce ? desksOf({ inForce, holders, kind, at: runtime.clock.now() }) : [];
}

interface Found {
  inForce: InForce;
  holders: Holder[];
  kind: Opening['kind'];
}

function withDesks(command: { at: Instant; data: unknown }, found: Found): CaseCommand {
  const desks = desksOf({ ...found, at: command.at });
  return { ...command, data: { ...(command.data as object), desks } } as unknown as CaseCommand;
}

/** Who must answer here, by when: as the matrix in force obliges them. In a dispute whoever mediates comes first. */
function desksOf({ inForce, holders, kind, at }: Found & { at: Instant }): Desk[] {
  const { matrix, posture, risk } = inForce;
  const actions: Action[] = kind === 'dispute' ? ['MediateDispute', 'AnswerCase'] : ['AnswerCase'];
  return ROLES.flatMap((role): Desk[] => {
    const actors = [...new Set(holders.filter((holder) => holder.role === role).map(({ actor }) => actor))];
    const rules = actions.map((action) => evaluate(matrix, { role, action, posture, risk, at }));
    const obliging = rules.find(({ verdict }) => verdict === 'obliged');
    if (!obliging || obliging.verdict !== 'obliged' || obliging.rule.deadlineMinutes === undefined) return [];
    const { deadlineMinutes: minutes, escalateTo = role } = obliging.rule;
    return [{ role, minutes, escalateTo, actors }];
  });
}

/** After the append, and again when the command is repeated: a crash in between leaves nothing that this does not mend. */
async function keepWords(
  { statements }: CaseParts,
  result: CaseResult,
  { householdId, words }: { householdId: string | undefined; words: string | undefined },
): Promise<void> {
  if (result.kind !== 'done' || words === undefined) return;
  for (const { type, at, data } of result.events) {
    if (!('statement' in data) || data.statement === undefined) continue;
    const side = SIDES[type] ?? ('side' in data ? data.side : 'reporter');
    await statements.add(
      { caseId: data.caseId, ...homeIn({ householdId }) },
      { ordinal: data.statement, side, at, words },
    );
  }
}

const homeIn = ({ householdId }: { householdId: string | undefined }) =>
  householdId === undefined ? {} : { householdId };

const SIDES: Partial<Record<CaseEvent['type'], Side>> = {
  CaseAnswered: 'owner',
  DisputeMediated: 'mediator',
  CaseVisited: 'visitor',
  CaseReopened: 'household',
};
