import type { Context } from '@baogong/contracts';
import { accept, type Decider } from '@baogong/decider';
import type { EventPipe } from '@baogong/event-pipe';
import { instantOf } from '@baogong/kernel';
import { matrixV1 } from '@baogong/oversight';
import { randomUUID } from 'node:crypto';
import type { Database } from '../contender.js';
import { envelope, openLog } from '../log.js';
import type { Town } from './serving.js';

export const COMMUNITY = 'd-pudong/s-weifang/c-y';
export const homeOf = (householdId: string) => `${COMMUNITY}/b-07/h-${householdId}`;

type Said = { type: string; at: string; data: object };
const saying: Decider<null, Said, Said, never> = {
  initial: null,
  decide: (said) => accept(said),
  evolve: () => null,
};

/** The logs of the services around ours, with what they have said before the day: the real matrix, who is who, the goods. */
export async function neighbours(pipe: EventPipe, databases: Database[], town: Town): Promise<void> {
  const oversight = await neighbour(pipe, 'oversight', {
    database: databases[0]!,
    types: ['DutyMatrixActivated', 'RoleGranted'],
  });
  const inventory = await neighbour(pipe, 'inventory', { database: databases[1]!, types: ['SupplyAnnounced'] });
  await oversight('duty-matrix', 'DutyMatrixActivated', matrixV1);
  const grant = (actorId: string, role: string, territory: string) =>
    oversight(`actor-${actorId}`, 'RoleGranted', { grantId: randomUUID(), actorId, role, territory });
  await grant('rc-y', 'residents-committee', COMMUNITY);
  await Promise.all(town.homes.map(({ householdId, resident }) => grant(resident, 'resident', homeOf(householdId))));
  await inventory(`supply-${town.offerId}`, 'SupplyAnnounced', {
    ...{ offerId: town.offerId, territory: COMMUNITY, supplier: 'gp-1', sku: 'veg', name: 'Vegetable bag' },
    ...{ itemClass: 'food', unit: 'bag', priceFen: 5000, quantity: 1_000_000, weightGrams: 5000, origin: 'Chongming' },
    ...{ arrivesFrom: instantOf(Date.now()), arrivesTo: instantOf(Date.now() + 86_400_000) },
  });
}

type Says = (stream: string, type: string, data: object) => Promise<void>;

type Kept = { database: Database; types: string[] };

async function neighbour(pipe: EventPipe, name: Context, { database, types }: Kept): Promise<Says> {
  const { store } = await openLog(database, Object.fromEntries(types.map((type) => [type, 1])), name);
  pipe.attach?.(name, store, Object.fromEntries(types.map((type) => [type, ({ data }: { data: unknown }) => data])));
  return async (stream, type, data) => {
    const outcome = await store.execute({
      stream: { id: stream, kind: 'said', territory: COMMUNITY },
      decider: saying,
      key: randomUUID(),
      requestHash: type,
      actor: 'system',
      admit: () => ({ ok: true, envelope }),
      command: { type, at: instantOf(Date.now()), data },
    });
    if (outcome.kind !== 'appended') throw new Error(`${type} was answered ${outcome.kind}`);
  };
}
