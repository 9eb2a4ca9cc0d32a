import type { IssuedCommand, Process } from '@baogong/decider';
import { communityOf, type Territory } from '@baogong/kernel';

/** A household has been registered: told by orders, in this process's own words. */
export interface HouseholdMovedIn {
  householdId: string;
  territory: Territory;
  members: string[];
}

export interface ResidencyNoted {
  householdId: string;
  actorId: string;
  territory: Territory;
}

/** Members noted so far, so that a household told twice gives nobody two grants. */
export type ResidentsState = readonly string[];

/** Who belongs to a registered household may act for it: each member becomes a known person with the role resident. */
export const residents: Process<ResidentsState, HouseholdMovedIn, ResidencyNoted> = {
  initial: [],

  streamOf: ({ householdId, members }) => (members.length === 0 ? undefined : householdId),

  react({ householdId, territory, members }, noted) {
    const arrived = [...new Set(members)].filter((member) => !noted.includes(member));
    return arrived.map((actorId) => ({ householdId, actorId, territory }));
  },

  evolve: (noted, { actorId }) => [...noted, actorId],

  commandsOf({ householdId, actorId, territory }): IssuedCommand[] {
    const stream = { id: `actor-${actorId}`, kind: 'actor', territory: communityOf(territory) ?? territory };
    const grantId = `residency-${householdId}-${actorId}`;
    return [
      { action: 'RegisterActor', stream, data: { actorId, kind: 'person' } },
      {
        action: 'GrantRole',
        stream,
        data: { grantId, actorId, role: 'resident', territory, reach: [{ role: 'system', territory }] },
      },
    ];
  },
};
