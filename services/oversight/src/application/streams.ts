import type { StreamRef } from '@baogong/commanding';
import type { Territory } from '@baogong/kernel';

export const MATRIX_STREAM = 'duty-matrix';

export function actorStream(actorId: string, territory: Territory): StreamRef {
  return { id: `actor-${actorId}`, kind: 'actor', territory };
}

export function postureStream(territory: Territory): StreamRef {
  return { id: `posture-${territory}`, kind: 'posture', territory };
}

export function riskStream(territory: Territory): StreamRef {
  return { id: `risk-${territory}`, kind: 'risk', territory };
}

export function placeStream(territory: Territory): StreamRef {
  return { id: `place-${territory}`, kind: 'place', territory };
}

export function delegationStream(delegationId: string, territory: Territory): StreamRef {
  return { id: `delegation-${delegationId}`, kind: 'delegation', territory };
}

export function proxyStream(proxyId: string, territory: Territory): StreamRef {
  return { id: `proxy-${proxyId}`, kind: 'proxy', territory };
}

export function bulletinStream(community: Territory): StreamRef {
  return { id: `bulletin-${community}`, kind: 'bulletin', territory: community };
}

export function thresholdStream(thresholdId: string, territory: Territory): StreamRef {
  return { id: `threshold-${thresholdId}`, kind: 'threshold', territory };
}

export function caseStream(caseId: string, place: Territory): StreamRef {
  return { id: `case-${caseId}`, kind: 'case', territory: place };
}

export function pollStream(pollId: string, place: Territory): StreamRef {
  return { id: `poll-${pollId}`, kind: 'poll', territory: place };
}

export function helpCallStream(callId: string, community: Territory): StreamRef {
  return { id: `help-call-${callId}`, kind: 'help-call', territory: community };
}

/** One board for each community. */
export function noticesStream(community: Territory): StreamRef {
  return { id: `notices-${community}`, kind: 'notices', territory: community };
}

export function decisionStream(decisionId: string, place: Territory): StreamRef {
  return { id: `decision-${decisionId}`, kind: 'decision', territory: place };
}

/** One document for all: it stands at the district that was installed. */
export function matrixStream(district: Territory): StreamRef {
  return { id: MATRIX_STREAM, kind: 'duty-matrix', territory: district };
}

/** One book for the whole district: its order is the order in which policies were issued. */
export function policyStream(territory: Territory): StreamRef {
  const [district = territory] = territory.split('/');
  return { id: `policies-${district}`, kind: 'policies', territory: district };
}

export function localRuleStream(ruleId: string, territory: Territory): StreamRef {
  return { id: `local-rule-${ruleId}`, kind: 'local-rule', territory };
}

export function ruleReportStream(reportId: string, territory: Territory): StreamRef {
  return { id: `rule-report-${reportId}`, kind: 'rule-report', territory };
}
