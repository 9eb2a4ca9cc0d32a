import { CONTRACTS, publishedTypes } from '@baogong/contracts';
import { upcastBy } from '@baogong/event-store';
import { foldOfDecisions, goldenContracts, goldenFaults, readGolden, type EventReading } from '@baogong/testing';
import { resolve } from 'node:path';
import { parkedEvent } from '@baogong/parking';
import { oversightServiceFor } from '../src/index.js';
import { actor } from '../src/domain/actor/actor.js';
import { approval } from '../src/domain/approval/approval.js';
import { approvalSteps } from '../src/domain/approval-steps/approval-steps.js';
import { bulletin } from '../src/domain/bulletin/bulletin.js';
import { feedbackCase } from '../src/domain/case/case.js';
import { coverageWatch } from '../src/domain/coverage-watch/coverage-watch.js';
import { delegation } from '../src/domain/delegation/delegation.js';
import { dutyMatrix } from '../src/domain/duty-matrix/duty-matrix.js';
import { dutyShift } from '../src/domain/duty-shift/duty-shift.js';
import { helpCall } from '../src/domain/help-call/help-call.js';
import { localRule } from '../src/domain/local-rule/local-rule.js';
import { meetingDecision } from '../src/domain/meeting-decision/meeting-decision.js';
import { notices } from '../src/domain/notices/notices.js';
import { obligation } from '../src/domain/obligation/obligation.js';
import { place } from '../src/domain/place/place.js';
import { policy } from '../src/domain/policy/policy.js';
import { poll } from '../src/domain/poll/poll.js';
import { pollResults } from '../src/domain/poll/poll-results.process.js';
import { posture } from '../src/domain/posture/posture.js';
import { proxy } from '../src/domain/proxy/proxy.js';
import { risk } from '../src/domain/risk/risk.js';
import { ruleReport } from '../src/domain/rule-report/rule-report.js';
import { threshold } from '../src/domain/threshold/threshold.js';
import { ruleReports } from '../src/domain/case/rule-reports.process.js';
import { residents } from '../src/domain/residents/residents.process.js';

const golden = readGolden(resolve(import.meta.dirname, '../golden'));
const service = oversightServiceFor({ district: 'd-pudong', office: 'o-district', officeName: 'Office' });
const eventTypes = {
  ...service.eventTypes,
  DutyRefused: 1,
  ResidentsDecided: 1,
  RuleReportsDecided: 1,
  PollResultsDecided: 1,
};
const reading: EventReading = {
  eventTypes,
  upcast: upcastBy(service.upcasters ?? {}, eventTypes),
  contracts: goldenContracts('oversight', CONTRACTS.oversight, publishedTypes()),
  folds: {
    refusals: { folding: { initial: null, evolve: () => null }, types: ['DutyRefused'] },
    parkedEvent: { folding: parkedEvent, types: ['ParkedReplayOrdered', 'ParkedSkipOrdered'] },
    actor: { folding: actor, types: ['ActorRegistered', 'RoleGranted', 'RoleWithdrawn'] },
    approval: {
      folding: approval,
      types: [
        'ApprovalRequested',
        'ApprovalClockSet',
        'ApprovalForwarded',
        'ApprovalClockStopped',
        'ApprovalGranted',
        'ApprovalTacitlyGranted',
        'ApprovalDeclined',
      ],
    },
    approvalSteps: { folding: approvalSteps, types: ['ApprovalStepsCounted', 'ApprovalStepsGrew'] },
    bulletin: { folding: bulletin, types: ['BulletinPublished'] },
    feedbackCase: {
      folding: feedbackCase,
      types: [
        'CaseOpened',
        'StatementGiven',
        'StatementMissed',
        'FactVerified',
        'CaseAnswered',
        'DisputeMediated',
        'CaseEscalated',
        'CaseOverdue',
        'CaseSampled',
        'CaseVisited',
        'CaseReopened',
        'CaseClosed',
      ],
    },
    coverageWatch: { folding: coverageWatch, types: ['DutyCovered', 'DutyUncovered'] },
    delegation: { folding: delegation, types: ['DutyDelegated', 'DelegationRevoked'] },
    dutyMatrix: { folding: dutyMatrix, types: ['DutyMatrixActivated'] },
    dutyShift: { folding: dutyShift, types: ['DutyClaimed', 'DutyReleased'] },
    helpCall: { folding: helpCall, types: ['HelpCalled', 'HelpSignedUp', 'HelpCallEnded'] },
    localRule: { folding: localRule, types: ['LocalRuleAccepted', 'LocalRuleRejected'] },
    meetingDecision: { folding: meetingDecision, types: ['DecisionRecorded', 'DecisionOverdue', 'DecisionEnded'] },
    notices: { folding: notices, types: ['NoticePosted'] },
    obligation: {
      folding: obligation,
      types: [
        'DutyNoted',
        'DutyStarted',
        'DutyForestalled',
        'DutyDropped',
        'DutyRescheduled',
        'DutyEscalated',
        'DutyUnanswered',
        'DutyFulfilled',
        'DutyBreached',
        'BreachSettled',
        'DutyLapsed',
      ],
    },
    place: { folding: place, types: ['TerritoryRegistered'] },
    policy: { folding: policy, types: ['PolicyIssued', 'LocalParameterSet', 'PollResultBound', 'PollResultUnbound'] },
    poll: { folding: poll, types: ['PollOpened', 'VoteCast', 'PollClosed'] },
    posture: { folding: posture, types: ['PostureSwitched'] },
    proxy: { folding: proxy, types: ['ProxyAppointed', 'ProxyRevoked'] },
    risk: { folding: risk, types: ['RiskLevelSet'] },
    ruleReport: { folding: ruleReport, types: ['UnknownRuleReported'] },
    threshold: { folding: threshold, types: ['AlertThresholdSet', 'ThresholdCrossed'] },
    residents: { folding: foldOfDecisions(residents), types: ['ResidentsDecided'] },
    pollResults: { folding: foldOfDecisions(pollResults), types: ['PollResultsDecided'] },
    ruleReports: { folding: foldOfDecisions(ruleReports), types: ['RuleReportsDecided'] },
  },
};

describe('events and snapshots of oversight that are out there', () => {
  it('are read by this program as what they were', () => expect(goldenFaults(reading, golden)).toEqual([]));
});
