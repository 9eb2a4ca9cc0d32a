import type { Caller, CommandResult } from '@baogong/commanding';
import { chainAt, type Instant, type Territory } from '@baogong/kernel';
import { localRule, type LocalRuleEvent, type Proposal } from '../domain/local-rule/local-rule.js';
import type { Issue, PolicyEvent, PolicyVersion, Setting } from '../domain/policy/messages.js';
import { BASE, policy } from '../domain/policy/policy.js';
import { departures } from '../domain/policy/range.js';
import { ruleReport, type KnownRule, type Report, type RuleReportEvent } from '../domain/rule-report/rule-report.js';
import { isRegistered } from './places.js';
import type { Runtime } from './runtime.js';
import { localRuleStream, policyStream, ruleReportStream } from './streams.js';

export async function issuePolicy(runtime: Runtime, caller: Caller, asked: Issue): Promise<CommandResult<PolicyEvent>> {
  const { territory } = asked;
  return runtime.desk.handle({
    action: 'IssuePolicy',
    caller,
    stream: policyStream(territory),
    place: territory,
    decider: policy,
    data: { ...asked, registered: await isRegistered(runtime, territory) },
  });
}

export async function setLocalParameter(
  runtime: Runtime,
  caller: Caller,
  asked: Setting,
): Promise<CommandResult<PolicyEvent>> {
  const { territory } = asked;
  return runtime.desk.handle({
    action: 'SetLocalParameter',
    caller,
    stream: policyStream(territory),
    place: territory,
    decider: policy,
    data: { ...asked, registered: await isRegistered(runtime, territory) },
  });
}

export async function proposeLocalRule(
  runtime: Runtime,
  caller: Caller,
  asked: Proposal,
): Promise<CommandResult<LocalRuleEvent>> {
  const { territory } = asked;
  const [registered, { inForce }] = await Promise.all([
    isRegistered(runtime, territory),
    policiesAt(runtime, territory, runtime.clock.now()),
  ]);
  const { version: policyVersion, clauses, delegated } = inForce;
  return runtime.desk.handle({
    action: 'ProposeLocalRule',
    caller,
    stream: localRuleStream(asked.ruleId, territory),
    decider: localRule,
    data: { ...asked, registered, policyVersion, parent: { clauses, delegated } },
  });
}

/**
 * @param localRules the rules proposed for the place, as they are published; `imposerKnown`: whether who is said to have
 * imposed it is an organisation that works there
 */
export async function reportUnknownRule(
  runtime: Runtime,
  caller: Caller,
  asked: Report & { localRules: KnownRule[]; imposerKnown: boolean },
): Promise<CommandResult<RuleReportEvent>> {
  const { chain, inForce } = await policiesAt(runtime, asked.territory, runtime.clock.now());
  const lineage = chain.map(({ version, territory, source }) => ({
    ...{ version, territory, title: source.title, article: source.article },
  }));
  const { version: policyVersion, clauses, delegated } = inForce;
  return runtime.desk.handle({
    action: 'ReportUnknownRule',
    caller,
    stream: ruleReportStream(asked.reportId, asked.territory),
    decider: ruleReport,
    data: { ...asked, policyVersion, lineage, parent: { clauses, delegated } },
  });
}

/** I11: whether what was accepted once lets through all that the policy of today does. */
export async function stillStands(
  runtime: Runtime,
  { territory, clauses }: Pick<Proposal, 'territory' | 'clauses'>,
): Promise<boolean> {
  const { inForce } = await policiesAt(runtime, territory, runtime.clock.now());
  return departures(inForce, { asked: clauses, place: territory })?.length === 0;
}

export interface PoliciesAt {
  /** The versions in force, the widest first. */
  chain: PolicyVersion[];
  /** The nearest of them; what holds without any policy where there is none. */
  inForce: PolicyVersion;
  /** Those whose time is still to come. */
  upcoming: PolicyVersion[];
}

export async function policiesAt({ store }: Runtime, place: Territory, at: Instant): Promise<PoliciesAt> {
  const { state } = await store.load(policyStream(place).id, policy);
  const chain = chainAt(state, place, at);
  const upcoming = state.filter(
    (one) => at < one.effectiveFrom && chainAt(state, place, one.effectiveFrom).includes(one),
  );
  return { chain, inForce: chain.at(-1) ?? { ...BASE, territory: policyStream(place).territory }, upcoming };
}

/** Under this token controllers are given the rules proposed for the community of a place. */
export const LOCAL_RULES = Symbol('LocalRules');
/** Of no community at all where the place lies above them: what is proposed in one concerns no other. */
export type LocalRuleLookup = (place: Territory) => Promise<KnownRule[]>;

/** Under this token controllers can ask whether an organisation works at a place. */
export const ORGANISATIONS = Symbol('Organisations');
export type OrganisationLookup = (organisation: string, place: Territory) => Promise<boolean>;
