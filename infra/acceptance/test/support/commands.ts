import type { Call } from './call.js';
import { cases } from './commands-cases.js';
import { clocks } from './commands-clocks.js';
import { delivery } from './commands-delivery.js';
import { helpCalls } from './commands-help.js';
import { inventory } from './commands-inventory.js';
import { orders } from './commands-orders.js';
import { oversight } from './commands-oversight.js';
import { parkedEvents } from './commands-parked.js';
import { policies } from './commands-policies.js';
import { polls } from './commands-polls.js';
import { webhooks } from './commands-webhooks.js';

export type { Call } from './call.js';

const all = [
  orders,
  webhooks,
  inventory,
  delivery,
  oversight,
  clocks,
  helpCalls,
  policies,
  cases,
  polls,
  parkedEvents,
].flat();
export const CALLS: Call[] = all.map((call) => ({ ...call, things: {} }));
