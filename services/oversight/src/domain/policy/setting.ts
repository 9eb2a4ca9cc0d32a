import { accept, reject, type By } from '@baogong/decider';
import { chainAt, versionAt, type Clause, type Instant, type Territory } from '@baogong/kernel';
import type { DelegatedRange } from './clause.js';
import type {
  Decided,
  PolicyCommand,
  PolicyState,
  PolicyVersion,
  Refusal,
  Setting,
  SettingRejection,
} from './messages.js';
import { keptUnder, mandateAt, placeAbove, rangeRefusal } from './standing.js';

type Command<T> = Extract<PolicyCommand, { type: T }>;
type ParameterOf = Pick<Setting, 'clause' | 'parameter'>;
type Value = Omit<Setting, 'reason'>;

export function setParameter({ at, by, data }: Command<'SetLocalParameter'>, state: PolicyState): Decided {
  const { registered, reason, ...value } = data;
  if (!registered) return reject('territory-not-registered');
  if (reason.trim() === '') return reject('no-reason');
  const refusal = settingRefusal(state, value, at);
  if (refusal) return refusal;
  if (holdsAlready(state, value, at)) return accept();
  return accept({ type: 'LocalParameterSet', at, data: { ...versionWith(state, value, { at, by }), reason } });
}

/** By the same procedure as what a committee sets itself; what cannot be set any more is told, for somebody waits for it. */
export function bindPollResult({ at, by, data }: Command<'BindPollResult'>, state: PolicyState): Decided {
  const { registered, pollId, ...value } = data;
  if (state.some((one) => one.pollId === pollId)) return accept(); // the result came twice
  const refusal = registered ? settingRefusal(state, value, at) : reject('territory-not-registered');
  if (refusal) return accept({ type: 'PollResultUnbound', at, data: { pollId, ...value, code: refusal.code } });
  const version = versionWith(state, value, { at, by });
  return accept(
    { type: 'LocalParameterSet', at, data: { ...version, reason: `poll ${pollId}` } },
    { type: 'PollResultBound', at, data: { pollId, ...value, version: version.version } },
  );
}

/** What is left to those at a place at that time; undefined where nothing is. */
export function rangeAt(
  state: PolicyState,
  { territory, ...parameter }: ParameterOf & { territory: Territory },
  at: Instant,
): DelegatedRange | undefined {
  return mandateAt(state, territory, at)?.delegated.find((one) => isOf(one, parameter));
}

/** Why a value cannot be set at a place at that time; undefined where it can. */
export function settingRefusal(
  state: PolicyState,
  value: Value,
  at: Instant,
): Refusal<Exclude<SettingRejection, 'territory-not-registered'>> | undefined {
  const { territory, clause, parameter } = value;
  const mandate = mandateAt(state, territory, at);
  const range = rangeAt(state, value, at);
  if (!mandate || !range) return reject('nothing-delegated', { clause, parameter });
  const { least, most } = range;
  if (value.value < least || most < value.value)
    return reject('outside-delegated-range', { value: value.value, least, most });
  return rangeRefusal(mandate, { clauses: clausesWith(baseAt(state, territory, at), value), territory });
}

function holdsAlready(state: PolicyState, value: Value, at: Instant): boolean {
  const base = baseAt(state, value.territory, at);
  return (
    base.territory === value.territory && JSON.stringify(clausesWith(base, value)) === JSON.stringify(base.clauses)
  );
}

function versionWith(
  state: PolicyState,
  { territory, ...parameter }: Value,
  { at, by }: { at: Instant; by: By },
): PolicyVersion {
  const base = baseAt(state, territory, at);
  const version: PolicyVersion = {
    ...{ version: state.length + 1, territory, source: base.source, keeps: [], parameter },
    clauses: clausesWith(base, parameter),
    parentVersion: versionAt(state, placeAbove(territory), at),
    // What was set is settled: those further down find it as it is.
    delegated: base.delegated.filter((one) => !isOf(one, parameter)),
    ...{ effectiveFrom: at, issuedAt: at, issuedBy: by.role },
    ...endOf(base, territory),
  };
  return { ...version, keeps: keptUnder(version, state, at) };
}

/** Asked only where something is delegated, and so in force. */
const baseAt = (state: PolicyState, territory: Territory, at: Instant): PolicyVersion =>
  chainAt(state, territory, at).at(-1)!;

/** A change to a version of the same place lasts as long as that one would have. */
function endOf({ territory, effectiveTo }: PolicyVersion, place: Territory): Pick<PolicyVersion, 'effectiveTo'> {
  return territory === place && effectiveTo !== undefined ? { effectiveTo } : {};
}

const isOf = (a: ParameterOf, b: ParameterOf): boolean => a.clause === b.clause && a.parameter === b.parameter;

function clausesWith({ clauses }: PolicyVersion, value: Omit<Value, 'territory'>): Clause[] {
  return clauses.map((clause) => withParameter(clause, value));
}

function withParameter(clause: Clause, { clause: id, parameter, value }: Omit<Value, 'territory'>): Clause {
  if (clause.id !== id || !clause.howMuch) return clause;
  return { ...clause, howMuch: { ...clause.howMuch, [parameter]: value } };
}
