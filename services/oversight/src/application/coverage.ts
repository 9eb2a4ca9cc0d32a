import type { AnyDecider, Caller, CommandResult, InForce, IssuedTable } from '@baogong/commanding';
import { evaluate, ROLES, type Action, type DutyRule, type Facts, type Role } from '@baogong/duties';
import { scheduleTimer, direct } from '@baogong/event-store';
import { covers, type Instant, type Territory } from '@baogong/kernel';
import { coverageWatch, type Gap } from '../domain/coverage-watch/coverage-watch.js';
import { addHours, hourOf, hoursBetween } from '../domain/duty-shift/hours.js';
import { dutyShift, dutyShiftStream, type Rank, type Span } from '../domain/duty-shift/duty-shift.js';
import type { Runtime } from './runtime.js';

export interface Holder {
  role: string;
  territory: Territory;
  organisation: string;
  expiresAt: Instant | null;
}
export interface Mark {
  territory: Territory;
  action: string;
  hour: Instant;
  kind: 'claimed' | 'released';
  actor: string;
  organisation: string;
  person: boolean;
}
export interface CoverageFacts {
  /** Communities at a place or below it in which somebody works. */
  communities(place: Territory): Promise<Territory[]>;
  /** All who hold a role, residents left out, at these communities, above or below them. */
  holders(place: Territory): Promise<Holder[]>;
  marks(place: Territory, from: Instant, to: Instant): Promise<Mark[]>;
}

export interface CoveredHour {
  hour: Instant;
  covered: boolean;
  organisations: string[];
  persons: number;
}
export interface Coverage {
  territory: Territory;
  action: string;
  /** Who is obliged there. */
  roles: string[];
  hours: CoveredHour[];
}

/** What nobody does can be done by whoever stands in for them: the fallback's condition holds where there is a gap. */
const IN_A_GAP: Facts = { 'as-fallback': true };

type Obliged = Map<string, string[]>;

/** Of many communities most stand under the same measures: those are worked out once. */
function obligedWhere(runtime: Runtime): (territory: Territory) => Obliged {
  const known = new Map<string, Obliged>();
  return (territory) => {
    const inForce = runtime.authority.inForce(territory);
    if (!inForce) return new Map<string, string[]>();
    const measures = `${inForce.posture} ${inForce.risk}`;
    const obliged = known.get(measures) ?? obligedBy(inForce, runtime.clock.now());
    known.set(measures, obliged);
    return obliged;
  };
}

/** Action -> roles that are obliged, as law and posture stand now; outside a crisis hardly any. */
function obligedBy({ matrix, posture, risk }: InForce, at: Instant): Obliged {
  const obliged: Obliged = new Map();
  for (const action of new Set(matrix.rules.map((rule) => rule.action))) {
    const asked = { action, posture, risk, facts: IN_A_GAP, at };
    const roles = ROLES.filter((role) => {
      const found = evaluate(matrix, { ...asked, role });
      return found.verdict === 'obliged' && isForAll(found.rule);
    });
    if (roles.length > 0) obliged.set(action, roles);
  }
  return obliged;
}

/** Whoever cleans their own site does not clean the community. */
const isForAll = ({ scope }: DutyRule): boolean => scope !== 'own-organisation' && scope !== 'own-household';

/** For each community and obliged action: who is on duty in each hour, by role or by claim. */
export async function coverageOf(
  runtime: Runtime,
  facts: CoverageFacts,
  { place, from, to }: { place: Territory; from: Instant; to: Instant },
): Promise<Coverage[]> {
  const communities = await facts.communities(place);
  const [holders, marks] = await Promise.all([facts.holders(place), facts.marks(place, from, to)]);
  const hours = hoursBetween(from, to);
  const obligedAt = obligedWhere(runtime);
  return communities.flatMap((territory) => {
    const near = holders.filter((holder) => isNear(holder.territory, territory));
    const marked = marks.filter((mark) => mark.territory === territory);
    return [...obligedAt(territory)].map(([action, roles]) => {
      const lawful = near.filter(({ role }) => roles.includes(role));
      const own = marked.filter((mark) => mark.action === action);
      return { territory, action, roles, hours: hours.map((hour) => coveredHour(hour, lawful, own)) };
    });
  });
}

/** A grant for a part of a community is on duty in that community. */
const isNear = (granted: Territory, community: Territory): boolean =>
  covers(granted, community) || covers(community, granted);

function coveredHour(hour: Instant, lawful: Holder[], marks: Mark[]): CoveredHour {
  const now = marks.filter((mark) => mark.hour === hour);
  const released = now.filter(({ kind }) => kind === 'released').map(({ organisation }) => organisation);
  const claims = now.filter(({ kind }) => kind === 'claimed');
  const byRole = lawful
    .filter(
      ({ organisation, expiresAt }) => !released.includes(organisation) && (expiresAt === null || expiresAt > hour),
    )
    .map(({ organisation }) => organisation);
  const claimed = claims.filter(({ person }) => !person).map(({ actor }) => actor);
  const organisations = [...new Set([...byRole, ...claimed])].sort();
  const persons = new Set(claims.filter(({ person }) => person).map(({ actor }) => actor)).size;
  return { hour, covered: organisations.length + persons > 0, organisations, persons };
}

export interface Offer extends Span {
  rank: Rank;
  role: string;
}

/** Gaps of the coming day that this actor may fill: what it is obliged to first, then what it may, then as a fallback. */
export async function offersFor(
  runtime: Runtime,
  facts: CoverageFacts,
  caller: Pick<Caller, 'actor'>,
): Promise<Offer[]> {
  const from = hourOf(runtime.clock.now());
  const grants = runtime.authority.grantsOf(caller.actor).filter(({ role }) => role !== 'resident');
  const places = [...new Set(grants.map(({ territory }) => territory))];
  const found = await Promise.all(
    places.map((place) => coverageOf(runtime, facts, { place, from, to: addHours(from, 24) })),
  );
  const offers = found.flat().flatMap(({ territory, action, hours }) => {
    const held = grants.filter((grant) => covers(grant.territory, territory)).map(({ role }) => role);
    const best = bestRank(runtime, held, { action, territory });
    return best ? runsOf(hours).map((run) => ({ territory, action, ...run, ...best })) : [];
  });
  const unique = new Map(offers.map((offer) => [sortKey(offer), offer]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, offer]) => offer);
}

export const sortKey = ({ rank, from, territory, action }: Offer): string => [rank, from, territory, action].join(' ');

/** Hours without anybody, joined where they follow each other. */
function runsOf(hours: CoveredHour[]): { from: Instant; to: Instant }[] {
  const runs: { from: Instant; to: Instant }[] = [];
  for (const { hour, covered } of hours) {
    if (covered) continue;
    const last = runs.at(-1);
    if (last?.to === hour) last.to = addHours(hour, 1);
    else runs.push({ from: hour, to: addHours(hour, 1) });
  }
  return runs;
}

function rankOf(
  { authority, clock }: Runtime,
  role: string,
  ask: { action: string; territory: Territory },
): Rank | undefined {
  const inForce = authority.inForce(ask.territory);
  if (!inForce) return undefined;
  const { matrix, posture, risk } = inForce;
  const asked = { role: role as Role, action: ask.action as Action, posture, risk, facts: IN_A_GAP, at: clock.now() };
  const found = evaluate(matrix, asked);
  if (found.verdict === 'gap' || found.verdict === 'forbidden' || !isForAll(found.rule)) return undefined;
  if (found.verdict === 'obliged') return 1;
  return found.rule.conditions?.includes('as-fallback') ? 3 : 2;
}

function bestRank(runtime: Runtime, roles: string[], ask: { action: string; territory: Territory }) {
  const ranked = roles.flatMap((role) => {
    const rank = rankOf(runtime, role, ask);
    return rank === undefined ? [] : [{ rank, role }];
  });
  return ranked.sort((a, b) => a.rank - b.rank)[0];
}

async function lawfulAt(runtime: Runtime, facts: CoverageFacts, { action, territory }: Span): Promise<string[]> {
  const roles = obligedWhere(runtime)(territory).get(action) ?? [];
  const holders = await facts.holders(territory);
  return [...new Set(holders.filter(({ role }) => roles.includes(role)).map(({ organisation }) => organisation))];
}

type Parts = { runtime: Runtime; facts: CoverageFacts };

export function claimDuty(
  { runtime, facts }: Parts,
  caller: Caller,
  asked: Span & { claimId: string },
): Promise<CommandResult> {
  return runtime.desk.handle({
    action: 'ClaimDuty',
    caller,
    stream: dutyShiftStream(asked.territory, asked.action),
    decider: dutyShift,
    data: async () => ({ ...asked, lawful: await lawfulAt(runtime, facts, asked) }),
    // Eligible is the role in which the duty is claimed, not another that the same person holds.
    toCommand(command) {
      const rank = rankOf(runtime, command.by.role, asked);
      const data = command.data as Span & { claimId: string; lawful: string[] };
      return { ...command, type: 'ClaimDuty' as const, data: { ...data, ...(rank === undefined ? {} : { rank }) } };
    },
  });
}

export function releaseDuty(
  { runtime, facts }: Parts,
  caller: Caller,
  asked: Span & { reason: string },
): Promise<CommandResult> {
  return runtime.desk.handle({
    action: 'ReleaseDuty',
    caller,
    stream: dutyShiftStream(asked.territory, asked.action),
    decider: dutyShift,
    data: async () => ({ ...asked, lawful: await lawfulAt(runtime, facts, asked) }),
  });
}

export const coverageTimer = (district: Territory, hour: Instant) => ({
  id: `coverage-${district}-${hour}`,
  dueAt: hour,
  command: {
    action: 'WatchCoverage',
    stream: { id: `coverage-${district}`, kind: 'coverage', territory: district },
    data: { hour },
  },
});

export function coverageIssued(runtime: Runtime, facts: CoverageFacts): IssuedTable {
  return {
    WatchCoverage: {
      decider: coverageWatch as AnyDecider,
      async data({ stream }) {
        const district = stream.territory;
        const hour = hourOf(runtime.clock.now());
        // Hours that passed while nobody watched are over; the next look is at the next full hour from now.
        await scheduleTimer(direct(runtime.pool), coverageTimer(district, addHours(hour, 1)));
        return { hour, gaps: await gapsNow(runtime, facts, { district, hour }) };
      },
    },
  };
}

async function gapsNow(
  runtime: Runtime,
  facts: CoverageFacts,
  { district, hour }: { district: Territory; hour: Instant },
): Promise<Gap[]> {
  const rows = await coverageOf(runtime, facts, { place: district, from: hour, to: addHours(hour, 1) });
  const holders = await facts.holders(district);
  return rows
    .filter(({ hours }) => hours.some(({ covered }) => !covered))
    .map(({ territory, action }) => {
      const near = holders.filter((holder) => isNear(holder.territory, territory));
      const offeredTo = ROLES.flatMap((role) => {
        const count = new Set(near.filter((holder) => holder.role === role).map(({ organisation }) => organisation))
          .size;
        const rank = rankOf(runtime, role, { action, territory });
        return rank === undefined || count === 0 ? [] : [{ rank, role, holders: count }];
      });
      return { territory, action, offeredTo: offeredTo.sort((a, b) => a.rank - b.rank) };
    });
}
