import { approvalsActions } from './actions/approvals.js';
import { dutiesActions } from './actions/duties.js';
import { policyActions } from './actions/policy.js';
import { registryActions } from './actions/registry.js';
import type { Action } from './actions.js';

/** Powers over policy, over others' rights, over people's data and over closing a case stay where the law put them. */
export const UNDELEGABLE_ACTIONS: readonly Action[] = [
  ...(Object.keys(policyActions) as (keyof typeof policyActions)[]),
  ...(Object.keys(dutiesActions) as (keyof typeof dutiesActions)[]),
  ...(Object.keys(registryActions) as (keyof typeof registryActions)[]),
  ...(Object.keys(approvalsActions) as (keyof typeof approvalsActions)[]),
  // Whoever calls for help hands out rights.
  'CallForHelp',
  'EndHelpCall',
  'SkipParkedEvent',
  'RequisitionGoods',
  'CompensateRequisition',
  'DeclareRecall',
  // Whoever a breach was told to answers for it; it might else be settled by those who are in it.
  'SettleBreach',
  'CloseCase',
  'VisitCase',
  'VoteInPoll',
  'EndDecision',
  'ReopenCase',
  'RecordConsent',
  'RecordVulnerability',
  'SeeHousehold',
];

/** What a proxy may do for a household: order, collect and complain. */
export const PROXY_ACTIONS: readonly Action[] = ['PlaceOrder', 'AmendOrder', 'CancelOrder', 'SeePass', 'OpenCase'];
