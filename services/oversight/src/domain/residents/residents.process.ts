import type { IssuedCommand, Process } from '@baogong/decider';
import { communityOf, type Instant, type Territory } from '@baogong/kernel';

/** A household has been registered: told by orders, in this process's own words. */
export interface HouseholdMovedIn {
  type: 'HouseholdMovedIn';
  at: Instant;
  data: { householdId: string; territory: Territory; members: string[] };
}

export interface ResidencyNoted {
  type: 'ResidencyNoted';
  at: Instant;
  data: { householdId: string; actorId: string; territory: Territory };
}

/** Members noted so far, so that a household told twice gives nobody two grants. */
export type ResidentsState = readonly string[];

/** Who belongs to a registered household may act for it: each member becomes a known person with the role resident. */
export const residents: Process<ResidentsState, HouseholdMovedIn, ResidencyNoted> = {
  initial: [],

  streamOf: ({ data }) => (data.members.length === 0 ? undefined : `residency-${data.householdId}`),

  react({ at, data: { householdId, territory, members } }, noted) {
    const arrived = [...new Set(members)].filter((member) => !noted.includes(member));
    return arrived.map((actorId) => ({ type: 'ResidencyNoted', at, data: { householdId, actorId, territory } }));
  },

  evolve: (noted, { data }) => [...noted, data.actorId],

  commandsOf({ data: { householdId, actorId, territory } }): IssuedCommand[] {
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
