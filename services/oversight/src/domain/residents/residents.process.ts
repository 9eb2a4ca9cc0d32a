import type { IssuedCommand, Process } from '@baogong/decider';
import { communityOf, type Territory } from '@baogong/kernel';

/** Who lives in a household, as orders registered or amended it, in this process's own words. */
export interface HouseholdTold {
  householdId: string;
  territory: Territory;
  members: string[];
}

/** `stay` counts the times a member came to live here, from 2 on; `left` where this one ended. */
export interface ResidencyNoted {
  householdId: string;
  actorId: string;
  territory: Territory;
  stay?: number;
  left?: true;
}

/** By member: which of their stays is noted, and whether it lasts; a household told twice gives nobody two grants. */
export type ResidentsState = Readonly<Record<string, { stay: number; lasts: boolean }>>;

/** Who belongs to a household may act for it: each member is a known person with the role resident as long as they do. */
export const residents: Process<ResidentsState, HouseholdTold, ResidencyNoted> = {
  initial: {},

  streamOf: ({ householdId, members }) => (members.length === 0 ? undefined : householdId),

  react({ householdId, territory, members }, noted) {
    const about = (actorId: string, stay: number) => ({
      householdId,
      actorId,
      territory,
      ...(stay > 1 ? { stay } : {}),
    });
    const arrived = [...new Set(members)].filter((member) => !noted[member]?.lasts);
    const gone = Object.entries(noted).filter(([member, { lasts }]) => lasts && !members.includes(member));
    return [
      ...arrived.map((member) => about(member, (noted[member]?.stay ?? 0) + 1)),
      ...gone.map(([member, { stay }]) => ({ ...about(member, stay), left: true as const })),
    ];
  },

  evolve: (noted, { actorId, stay = 1, left }) => ({ ...noted, [actorId]: { stay, lasts: !left } }),

  commandsOf({ householdId, actorId, territory, stay, left }): IssuedCommand[] {
    const stream = { id: `actor-${actorId}`, kind: 'actor', territory: communityOf(territory) ?? territory };
    const grantId = ['residency', householdId, actorId, ...(stay ? [stay] : [])].join('-');
    const reach = [{ role: 'system', territory }];
    if (left) return [{ action: 'WithdrawRole', stream, data: { actorId, grantId, reach } }];
    return [
      { action: 'RegisterActor', stream, data: { actorId, kind: 'person' } },
      { action: 'GrantRole', stream, data: { grantId, actorId, role: 'resident', territory, reach } },
    ];
  },
};
