import type { ActionEntry } from './actions/action-words.js';
import { approvalsActions } from './actions/approvals.js';
import { bulletinActions } from './actions/bulletin.js';
import { casesActions } from './actions/cases.js';
import { deliveryActions } from './actions/delivery.js';
import { dutiesActions } from './actions/duties.js';
import { helpActions } from './actions/help.js';
import { inventoryActions } from './actions/inventory.js';
import { noticesActions } from './actions/notices.js';
import { obligationsActions } from './actions/obligations.js';
import { ordersActions } from './actions/orders.js';
import { parkingActions } from './actions/parking.js';
import { policyActions } from './actions/policy.js';
import { readingActions } from './actions/reading.js';
import { registryActions } from './actions/registry.js';

const topics = {
  ...ordersActions,
  ...inventoryActions,
  ...deliveryActions,
  ...registryActions,
  ...dutiesActions,
  ...policyActions,
  ...obligationsActions,
  ...helpActions,
  ...noticesActions,
  ...approvalsActions,
  ...casesActions,
  ...bulletinActions,
  ...parkingActions,
  ...readingActions,
} as const;

/** What a duty can be about: a command type, or a reading that shows more than one's own. */
export type Action = keyof typeof topics;

export const ACTION_WORDS: Readonly<Record<Action, ActionEntry>> = topics;
export const ACTIONS = Object.keys(topics) as [Action, ...Action[]];

/** Actions that no command does yet: the matrix and its page have them, services are not asked about them. */
export const AWAITED_ACTIONS: readonly Action[] = ACTIONS.filter((action) => ACTION_WORDS[action].awaited);
