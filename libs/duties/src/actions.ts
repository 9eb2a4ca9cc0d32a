import { approvalsActions } from './actions/approvals.js';
import { casesActions } from './actions/cases.js';
import { deliveryActions } from './actions/delivery.js';
import { dutiesActions } from './actions/duties.js';
import { inventoryActions } from './actions/inventory.js';
import { obligationsActions } from './actions/obligations.js';
import { ordersActions } from './actions/orders.js';
import { policyActions } from './actions/policy.js';
import { readingActions } from './actions/reading.js';
import { registryActions } from './actions/registry.js';

/** What a duty can be about: every command type, and every reading that shows more than one's own. */
export const ACTIONS = [
  ...ordersActions,
  ...inventoryActions,
  ...deliveryActions,
  ...registryActions,
  ...dutiesActions,
  ...policyActions,
  ...obligationsActions,
  ...approvalsActions,
  ...casesActions,
  ...readingActions,
] as const;

export type Action = (typeof ACTIONS)[number];
