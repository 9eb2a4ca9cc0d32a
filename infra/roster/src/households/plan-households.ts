import type { Address } from '../fields/address.js';
import type { Fault } from '../fields/reading.js';
import { changesOf } from './changes.js';
import { homeKey, placeKey, type RosterHome } from './roster-home.js';
import { matchMembers } from './match-members.js';
import type { HouseholdBody, KnownHome, Member, Planning } from './register.js';

export interface PlannedHome {
  line: number;
  address: Address;
  body: HouseholdBody;
}

export interface HouseholdPlan {
  register: PlannedHome[];
  amend: (PlannedHome & { id: string; version: string; changes: string[] })[];
  unchanged: number;
  /** Members whom the roster no longer names and who stay, because leaving was not asked for. */
  staying: { line: number; address: Address; count: number }[];
  /** Registered households that the roster does not name; nothing happens to them. */
  notNamed: number;
  faults: Fault[];
}

/** What has to happen so that the register says what the roster says, and nothing more. */
export function planHouseholds(
  homes: readonly RosterHome[],
  known: readonly KnownHome[],
  planning: Planning,
): HouseholdPlan {
  const byKey = new Map(known.map((home) => [homeKey(home), home]));
  const spelling = new Map(known.map(({ segments }) => [placeKey(buildingOf(segments)), buildingOf(segments)]));
  const plan: HouseholdPlan = { register: [], amend: [], unchanged: 0, staying: [], notNamed: 0, faults: [] };
  for (const home of homes) {
    const there = byKey.get(homeKey(home));
    byKey.delete(homeKey(home));
    const segments = spelled(home.segments, spelling);
    if (home.members.length > 0) planOne(plan, { home: { ...home, segments }, there }, planning);
  }
  return { ...plan, notNamed: byKey.size };
}

const buildingOf = (segments: string): string => segments.split('/')[0]!;

/** A building is written as the register writes it already. */
function spelled(segments: string, spelling: ReadonlyMap<string, string>): string {
  const building = buildingOf(segments);
  return `${spelling.get(placeKey(building)) ?? building}${segments.slice(building.length)}`;
}

type Pair = { home: RosterHome; there: KnownHome | undefined };

function planOne(plan: HouseholdPlan, pair: Pair, planning: Planning): void {
  const { home, there } = pair;
  const departures = planning.departures && home.whole;
  const { members, arrived, missing, faults } = matchMembers(home, there?.members ?? [], { ...planning, departures });
  plan.faults.push(...faults);
  const { line, segments, room } = home;
  const address = { segments, room };
  if (missing > 0 && !departures) plan.staying.push({ line, address, count: missing });
  const body = bodyOf(pair, { members, moved: arrived - (departures ? missing : 0) });
  if (!there) {
    plan.register.push({ line, address, body });
    return;
  }
  const changes = changesOf(there, body);
  if (changes.length === 0) plan.unchanged += 1;
  else plan.amend.push({ line, address, body, id: there.id, version: there.version, changes });
}

function bodyOf({ home, there }: Pair, { members, moved }: { members: Member[]; moved: number }): HouseholdBody {
  const needs = home.noNeeds ? undefined : (home.needs ?? there?.needs);
  // As the roster counts them; else the rows of a new household, and whoever came or went of a known one.
  const counted = home.people ?? (there ? there.people + moved : home.rows);
  const people = Math.max(counted, members.length);
  return { people, room: there?.room ?? home.room, ...(needs === undefined ? {} : { needs }), members };
}
