import type { Installation } from './installation/installation.js';
import { Clients } from './load/clients.js';
import { foundCommunity } from './load/community.js';
import type { Stage } from './run-once.js';

const HOUSEHOLDS = 12;
const LIMITS = { daySeconds: 240, settlingSeconds: 30 };

/** An installation that is ready, with the community that lives through every day of it. */
export async function peopled(installation: Installation): Promise<Stage> {
  await installation.ready();
  const clients = new Clients(installation);
  return { installation, clients, community: await foundCommunity(clients, HOUSEHOLDS), limits: LIMITS };
}
