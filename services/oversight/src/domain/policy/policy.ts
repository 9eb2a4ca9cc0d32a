import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { versionAt, type Instant } from '@baogong/kernel';
import { protectedIn } from './criteria.js';
import { clauseFault, rangeFault } from './faults.js';
import type {
  Decided,
  Issue,
  PolicyCommand,
  PolicyEvent,
  PolicyRejection,
  PolicyState,
  PolicyVersion,
  Rejected,
} from './messages.js';
import { bindPollResult, setParameter } from './setting.js';
import { keptUnder, mandateAt, OFFICE, placeAbove, rangeRefusal } from './standing.js';

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
      case 'BindPollResult':
        return bindPollResult(command, state);
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
      case 'PollResultBound': {
        const { version, pollId } = event.data;
        return state.map((one) => (one.version === version ? { ...one, pollId } : one));
      }
      case 'PollResultUnbound':
        return state;
      default:
        return unreachable(event);
    }
  },
};

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
