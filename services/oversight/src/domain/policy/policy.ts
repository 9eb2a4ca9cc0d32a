import { accept, reject, unreachable, type By, type Decider, type Decision } from '@baogong/decider';
import { chainAt, type Clause, covers, type Instant, type Standing, type Territory, versionAt } from '@baogong/kernel';
import { protectedIn } from './criteria.js';
import type { DelegatedRange, Parameter } from './clause.js';
import { spelledOut } from './difference-words.js';
import { clauseFault, rangeFault, type ClauseFault, type RangeFault } from './faults.js';
import { departures } from './range.js';

/** Where a policy comes from: the text it carries out, so that anyone can hold one against the other. */
export interface Source {
  title: string;
  article: string;
  text?: string;
}

export interface PolicyVersion extends Standing {
  source: Source;
  clauses: readonly Clause[];
  delegated: readonly DelegatedRange[];
  issuedAt: Instant;
  issuedBy: string;
  /** Where it differs from the one before it in one parameter only. */
  parameter?: { clause: string; parameter: Parameter; value: number };
}

export interface Issue {
  version: number;
  territory: Territory;
  parentVersion: number;
  source: Source;
  clauses: readonly Clause[];
  delegated: readonly DelegatedRange[];
  effectiveFrom?: Instant;
  effectiveTo?: Instant;
}
export interface Setting {
  territory: Territory;
  clause: string;
  parameter: Parameter;
  value: number;
  reason: string;
}
interface Facts {
  registered: boolean;
}
interface Asked<T extends string, D> {
  type: T;
  at: Instant;
  by: By;
  data: D;
}
interface Happened<T extends string> {
  type: T;
  at: Instant;
  data: PolicyVersion & { reason?: string };
}

export type PolicyCommand = Asked<'IssuePolicy', Issue & Facts> | Asked<'SetLocalParameter', Setting & Facts>;
export type PolicyEvent = Happened<'PolicyIssued'> | Happened<'LocalParameterSet'>;
export type PolicyRejection =
  | ClauseFault
  | RangeFault
  | 'version-must-rise-by-one'
  | 'territory-not-registered'
  | 'effective-in-the-past'
  | 'never-in-force'
  | 'parent-not-in-force'
  | 'protected-criterion'
  | 'too-intricate'
  | 'nothing-delegated'
  | 'cannot-delegate'
  | 'outlasts-mandate'
  | 'outside-delegated-range'
  | 'no-reason';
export type PolicyState = readonly PolicyVersion[];
type Decided = Decision<PolicyEvent, PolicyRejection>;
type Rejected = Extract<Decided, { kind: 'rejected' }>;

/**
 * All policies of a district in one book: a number stands for one version, and what a new version leaves in force below it
 * is decided and told in the one event that issues it.
 */
export const policy: Decider<PolicyState, PolicyCommand, PolicyEvent, PolicyRejection> = {
  initial: [],

  decide(command, state) {
    switch (command.type) {
      case 'IssuePolicy':
        return issue(command, state);
      case 'SetLocalParameter':
        return setParameter(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'PolicyIssued':
      case 'LocalParameterSet': {
        const { reason: _reason, ...version } = event.data;
        return [...state, version];
      }
      default:
        return unreachable(event);
    }
  },
};

const OFFICE = 'district-office';

/** What holds where no policy was issued: nobody may take anything away. */
export const BASE: Omit<PolicyVersion, 'territory'> = {
  version: 0,
  parentVersion: 0,
  keeps: [],
  source: { title: 'No policy is issued', article: 'Without one nothing is restricted' },
  clauses: [{ id: 'everything' }],
  delegated: [],
  effectiveFrom: '2000-01-01T00:00:00.000Z',
  issuedAt: '2000-01-01T00:00:00.000Z',
  issuedBy: OFFICE,
};

function issue({ at, by, data }: Extract<PolicyCommand, { type: 'IssuePolicy' }>, state: PolicyState): Decided {
  const { registered, effectiveFrom = at, ...asked } = data;
  const last = state.length;
  if (asked.version !== last + 1) return reject('version-must-rise-by-one', { last, asked: asked.version });
  if (!registered) return reject('territory-not-registered');
  const fault = faultOf({ ...asked, effectiveFrom }, at) ?? standingFault({ ...asked, effectiveFrom }, by, state);
  if (fault) return fault;
  const version = { ...asked, effectiveFrom, issuedAt: at, issuedBy: by.role, keeps: [] };
  return accept({ type: 'PolicyIssued', at, data: { ...version, keeps: keptUnder(version, state, at) } });
}

type Dated = Issue & { effectiveFrom: Instant };

function faultOf(asked: Dated, at: Instant): Rejected | undefined {
  const { clauses, delegated, territory, effectiveFrom, effectiveTo } = asked;
  if (effectiveFrom < at) return reject('effective-in-the-past');
  if (effectiveTo !== undefined && effectiveTo <= effectiveFrom) return reject('never-in-force');
  const fault = clauseFault(clauses, territory) ?? rangeFault(clauses, delegated);
  if (fault) return reject(fault.code, fault.params);
  const [criterion] = clauses.flatMap(protectedIn);
  return criterion === undefined ? undefined : reject('protected-criterion', { criterion });
}

/** What holds above, and what it leaves to those below: the district decides itself, everybody else within the range. */
function standingFault(asked: Dated, by: By, state: PolicyState): Rejected | undefined {
  const { territory, effectiveFrom, parentVersion } = asked;
  const inForce = versionAt(state, placeAbove(territory), effectiveFrom);
  if (parentVersion !== inForce) return reject('parent-not-in-force', { inForce, asked: parentVersion });
  if (by.role === OFFICE) return undefined;
  const mandate = mandateAt(state, territory, effectiveFrom);
  if (!mandate || mandate.delegated.length === 0) return reject('nothing-delegated');
  if (asked.delegated.length > 0) return reject('cannot-delegate');
  if (outlasts(asked, mandate)) return reject('outlasts-mandate', { effectiveTo: mandate.effectiveTo! });
  return rangeRefusal(mandate, asked);
}

/** What was made over a version of the same place is not ended by that one’s end, so it has to end itself. */
function outlasts({ territory, effectiveTo }: Dated, mandate: PolicyVersion): boolean {
  if (mandate.territory !== territory || mandate.effectiveTo === undefined) return false;
  return effectiveTo === undefined || effectiveTo > mandate.effectiveTo;
}

/** The district’s word on a place, also where others have set something over it: they move within what it left to them. */
function mandateAt(state: PolicyState, territory: Territory, at: Instant): PolicyVersion | undefined {
  const last = chainAt(state, territory, at).at(-1);
  if (!last || isOfDistrict(last)) return last;
  return mandateAt(
    state.filter((one) => one !== last),
    territory,
    at,
  );
}

const isOfDistrict = ({ issuedBy, parameter }: PolicyVersion): boolean => issuedBy === OFFICE && !parameter;

function rangeRefusal(parent: PolicyVersion, asked: Pick<Issue, 'clauses' | 'territory'>): Rejected | undefined {
  const found = departures(parent, { asked: asked.clauses, place: asked.territory });
  if (!found) return reject('too-intricate');
  const [first] = found;
  if (!first) return undefined;
  return reject('outside-delegated-range', { differences: found.length, first: spelledOut(first).en });
}

type Set = Extract<PolicyCommand, { type: 'SetLocalParameter' }>;

function setParameter({ at, by, data }: Set, state: PolicyState): Decided {
  const { registered, reason, territory, ...parameter } = data;
  if (!registered) return reject('territory-not-registered');
  if (reason.trim() === '') return reject('no-reason');
  const mandate = mandateAt(state, territory, at);
  const base = chainAt(state, territory, at).at(-1);
  if (!mandate || !base || !isDelegated(mandate, parameter))
    return reject('nothing-delegated', { clause: parameter.clause, parameter: parameter.parameter });
  const clauses = base.clauses.map((clause) => withParameter(clause, parameter));
  if (base.territory === territory && JSON.stringify(clauses) === JSON.stringify(base.clauses)) return accept();
  const refusal = valueRefusal(mandate, parameter) ?? rangeRefusal(mandate, { clauses, territory });
  if (refusal) return refusal;
  const version: PolicyVersion = {
    ...{ version: state.length + 1, territory, source: base.source, clauses, parameter, keeps: [] },
    parentVersion: versionAt(state, placeAbove(territory), at),
    // What was set is settled: those further down find it as it is.
    delegated: base.delegated.filter((one) => !isOf(one, parameter)),
    ...{ effectiveFrom: at, issuedAt: at, issuedBy: by.role },
    ...endOf(base, territory),
  };
  return accept({ type: 'LocalParameterSet', at, data: { ...version, keeps: keptUnder(version, state, at), reason } });
}

/** A change to a version of the same place lasts as long as that one would have. */
function endOf({ territory, effectiveTo }: PolicyVersion, place: Territory): Pick<PolicyVersion, 'effectiveTo'> {
  return territory === place && effectiveTo !== undefined ? { effectiveTo } : {};
}

function isDelegated({ delegated }: PolicyVersion, parameter: ParameterOf): boolean {
  return delegated.some((one) => isOf(one, parameter));
}

function valueRefusal({ delegated }: PolicyVersion, asked: ParameterOf & { value: number }): Rejected | undefined {
  const { least, most } = delegated.find((one) => isOf(one, asked))!;
  const fits = least <= asked.value && asked.value <= most;
  return fits ? undefined : reject('outside-delegated-range', { least, most });
}

type ParameterOf = Pick<Setting, 'clause' | 'parameter'>;
const isOf = (a: ParameterOf, b: ParameterOf): boolean => a.clause === b.clause && a.parameter === b.parameter;

function withParameter(
  clause: Clause,
  { clause: id, parameter, value }: Omit<Setting, 'territory' | 'reason'>,
): Clause {
  if (clause.id !== id || !clause.howMuch) return clause;
  return { ...clause, howMuch: { ...clause.howMuch, [parameter]: value } };
}

/** The district’s own versions further down stay; those of others stay where they are within what now holds. */
function keptUnder(parent: PolicyVersion, state: PolicyState, at: Instant): number[] {
  const below = state.filter(
    ({ territory, effectiveTo }) =>
      territory !== parent.territory &&
      covers(parent.territory, territory) &&
      (effectiveTo === undefined || at < effectiveTo),
  );
  const stays = (one: PolicyVersion) =>
    isOfDistrict(one) || departures(parent, { asked: one.clauses, place: one.territory })?.length === 0;
  return below.filter(stays).map(({ version }) => version);
}

/** A district has nothing above it. */
function placeAbove(territory: Territory): Territory {
  return territory.split('/').slice(0, -1).join('/');
}
