/** A resident as the register of households knows them. */
export interface Member {
  actorId: string;
  name: string;
  telephone?: string;
}

/** What a household is to the interface: the body of its registration or amendment. */
export interface HouseholdBody {
  people: number;
  room: string;
  needs?: string;
  members: Member[];
}

export interface KnownHome extends HouseholdBody {
  id: string;
  version: string;
  /** Below the community, without the household's own segment: `b-07/u-1`. */
  segments: string;
}

export interface Planning {
  /** Makes the code of a resident who has none; it must say nothing about them. */
  newCode(): string;
  /** Whether members whom a household's rows no longer name leave it. */
  departures: boolean;
}
