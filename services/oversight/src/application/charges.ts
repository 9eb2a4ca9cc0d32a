import { CommandDelayed } from '@baogong/commanding';
import { evaluate, ROLES, type Action, type DutyRule, type Facts, type Role } from '@baogong/duties';
import { covers, type Territory } from '@baogong/kernel';
import type { Charge } from '../domain/obligation/messages.js';
import type { Runtime } from './runtime.js';

/** Who holds a role at a place, by organisation where there is one: nearest first, then the eldest grant. */
export type Holders = (role: string, territory: Territory) => Promise<string[]>;

export interface DutyAsked {
  action: string;
  territory: Territory;
  /** Whom the event names; without it the nearest holder of an obliged role. */
  named?: string | undefined;
  facts?: Facts;
}

type Obliging = DutyRule & { deadlineMinutes: number; escalateTo: Role };

interface Question {
  role: string;
  action: string;
  territory: Territory;
  facts?: Facts;
}

/** The rule by which this role is obliged at the place, as the law and the posture stand now. */
export function obligingRule({ authority, clock }: Runtime, question: Question): Obliging | undefined {
  const { role, action, territory, facts = {} } = question;
  const inForce = authority.inForce(territory);
  if (!inForce) throw new CommandDelayed('the duty matrix is not known here yet');
  const { matrix, posture, risk } = inForce;
  const asked = { role: role as Role, action: action as Action, posture, risk, facts, at: clock.now() };
  const found = evaluate(matrix, asked);
  return found.verdict === 'obliged' && isObliging(found.rule) ? found.rule : undefined;
}

/** The rule by which this is forbidden to whoever is named, in the first role that they hold at the place. */
export function forbiddingRule(runtime: Runtime, { action, named, territory }: DutyAsked): DutyRule | undefined {
  const inForce = runtime.authority.inForce(territory);
  if (!inForce) throw new CommandDelayed('the duty matrix is not known here yet');
  const { matrix, posture, risk } = inForce;
  for (const role of named === undefined ? [] : rolesOf(runtime, named, territory)) {
    const asked = { role, action: action as Action, posture, risk, at: runtime.clock.now() };
    const found = evaluate(matrix, asked);
    if (found.verdict === 'forbidden') return found.rule;
  }
  return undefined;
}

/** Whether the law makes it a duty in any posture: of the one who is named, or of anybody. */
export function isEverObliged(runtime: Runtime, { action, named, territory }: DutyAsked): boolean {
  const roles = named === undefined ? ROLES : rolesOf(runtime, named, territory);
  const rules = runtime.authority.matrix()?.rules ?? [];
  return rules.some((rule) => rule.modality === 'obliged' && rule.action === action && roles.includes(rule.role));
}

const isObliging = (rule: DutyRule): rule is Obliging =>
  rule.deadlineMinutes !== undefined && rule.escalateTo !== undefined;

/** Who has the duty, under which rule and how long; undefined where nobody is obliged, so that no clock runs. */
export async function chargeFor(runtime: Runtime, holders: Holders, asked: DutyAsked): Promise<Charge | undefined> {
  const { named, territory } = asked;
  if (named !== undefined) {
    const roles = rolesOf(runtime, named, territory);
    for (const role of roles) {
      const rule = obligingRule(runtime, { ...asked, role });
      if (rule) return charge(rule, { role, owner: named, escalateTo: rule.escalateTo });
    }
    return undefined;
  }
  const rules = ROLES.flatMap((role) => obligingRule(runtime, { ...asked, role }) ?? []);
  for (const rule of rules) {
    const [owner] = await holders(rule.role, territory);
    if (owner !== undefined) return charge(rule, { role: rule.role, owner, escalateTo: rule.escalateTo });
  }
  return rules[0] && fallen(runtime, holders, { rule: rules[0], territory });
}

/** Where nobody holds the obliged role, the duty is its escalation target's from the beginning. */
async function fallen(
  runtime: Runtime,
  holders: Holders,
  { rule, territory }: { rule: Obliging; territory: Territory },
): Promise<Charge | undefined> {
  for (const role of [rule.escalateTo, 'district-office' as const]) {
    const [owner] = await holders(role, territory);
    const above = obligingRule(runtime, { role, action: 'SettleBreach', territory });
    if (owner !== undefined) return charge(rule, { role, owner, escalateTo: above?.escalateTo ?? 'district-office' });
  }
  return undefined;
}

/** Who answers for a breach: the role told, or the next one above where that role has nobody but those already asked. */
export async function answerFor(
  runtime: Runtime,
  holders: Holders,
  { role, territory, asked }: { role: string; territory: Territory; asked: string[] },
): Promise<Charge | undefined> {
  let target = role;
  for (const _step of ROLES) {
    const rule = obligingRule(runtime, { role: target, action: 'SettleBreach', territory });
    if (!rule) return undefined;
    const owner = (await holders(target, territory)).find((holder) => !asked.includes(holder));
    if (owner !== undefined) return charge(rule, { role: target, owner, escalateTo: rule.escalateTo });
    if (rule.escalateTo === target) return undefined;
    target = rule.escalateTo;
  }
  return undefined;
}

function charge(rule: Obliging, held: Pick<Charge, 'role' | 'owner' | 'escalateTo'>): Charge {
  return { rule: rule.id, minutes: rule.deadlineMinutes, ...held };
}

function rolesOf({ authority }: Runtime, actor: string, territory: Territory): Role[] {
  const held = authority.grantsOf(actor).filter((grant) => covers(grant.territory, territory));
  return ROLES.filter((role) => held.some((grant) => grant.role === role));
}
