import { approvalsContracts } from './oversight/approvals.js';
import { bulletinContracts } from './oversight/bulletin.js';
import { casesContracts } from './oversight/cases.js';
import { coverageContracts } from './oversight/coverage.js';
import { dutiesContracts } from './oversight/duties.js';
import { helpContracts } from './oversight/help.js';
import { noticesContracts } from './oversight/notices.js';
import { obligationsContracts } from './oversight/obligations.js';
import { policyContracts } from './oversight/policy.js';
import { pollsContracts } from './oversight/polls.js';
import { registryContracts } from './oversight/registry.js';

export type * from './oversight/approvals.js';
export type * from './oversight/bulletin.js';
export type * from './oversight/cases.js';
export type * from './oversight/coverage.js';
export type * from './oversight/duties.js';
export type * from './oversight/help.js';
export type * from './oversight/notices.js';
export type * from './oversight/obligations.js';
export type * from './oversight/policy.js';
export type * from './oversight/polls.js';
export type * from './oversight/registry.js';

export { noticeChange } from './oversight/notices.js';

export const oversightContracts = {
  ...registryContracts,
  ...dutiesContracts,
  ...policyContracts,
  ...obligationsContracts,
  ...coverageContracts,
  ...helpContracts,
  ...noticesContracts,
  ...approvalsContracts,
  ...casesContracts,
  ...bulletinContracts,
  ...pollsContracts,
};
