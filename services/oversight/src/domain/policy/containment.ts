import type { Clause, HowMuch, Territory } from '@baogong/kernel';
import { valuesOf } from './describe.js';
import type { Difference } from './difference.js';
import { both, DIMENSIONS, extentOf, isEmpty, isNothing, openDays, overlap, without } from './extent.js';
import type { Dimension, Extent } from './extent.js';
import { mostWithin } from './frequency.js';
import { worldsOf } from './worlds.js';

/**
 * A comparison that would cut more pieces than this is refused undecided, never decided by guess: it is made while others
 * wait, and takes a third of a second at worst.
 */
const PIECES_MAX = 2000;

export interface Compared {
  /** What is permitted above. */
  floor: readonly Clause[];
  asked: readonly Clause[];
  /** Where the two are compared; what they say of other places does not count. */
  place: Territory;
}
interface Spoken {
  clause: Clause;
  extent: Extent;
}
/** What is left of a clause, and by which dimension it was last cut. */
interface Piece {
  extent: Extent;
  cut: Dimension | 'all';
}

/**
 * In what the asked clauses fall short of the floor; nothing, where every way of going about it that the floor permits is
 * permitted still. The clauses of one side do not overlap, or none of those that do has a limit: then each use belongs to
 * one clause, and the two questions below are the whole of it. @returns undefined where it is too intricate to decide
 */
export function shortcomings({ floor, asked, place }: Compared): Difference[] | undefined {
  const above = spokenOf(floor, place);
  const below = spokenOf(asked, place);
  const room = { pieces: PIECES_MAX };
  const lost: Difference[] = [];
  for (const spoken of above) {
    const pieces = remainder(spoken.extent, below, room);
    if (!pieces) return undefined;
    lost.push(...pieces.map((piece) => lossOf(spoken, piece, below)));
  }
  return distinct([...lost, ...limits(above, below)]);
}

export function spokenOf(clauses: readonly Clause[], place: Territory): Spoken[] {
  return clauses
    .map((clause) => ({ clause, extent: extentOf(clause, place) }))
    .filter(({ extent }) => !isEmpty(extent));
}

/** Is each thing that the clause permits permitted below by some clause? What is not, in pieces that do not overlap. */
function remainder(extent: Extent, below: Spoken[], room: { pieces: number }): Piece[] | undefined {
  let pieces: Piece[] = [{ extent, cut: 'all' }];
  for (const other of below) {
    const next: Piece[] = [];
    for (const piece of pieces) {
      if (!overlap(piece.extent, other.extent)) {
        next.push(piece);
        continue;
      }
      const cuts = cutBy(piece, other.extent);
      next.push(...cuts);
      room.pieces -= cuts.length;
      if (room.pieces < 0) return undefined;
    }
    pieces = next;
  }
  return pieces;
}

function cutBy(piece: Piece, other: Extent): Piece[] {
  const pieces: Piece[] = [];
  let rest = piece.extent;
  for (const cut of DIMENSIONS) {
    const outside = without(rest[cut], other[cut]);
    if (!isNothing(outside)) pieces.push({ extent: { ...rest, [cut]: outside }, cut });
    rest = { ...rest, [cut]: both(rest[cut], other[cut]) };
  }
  return pieces;
}

/** Told for the whole clause where all of it is gone in this dimension, else for the part that is. */
function lossOf({ clause, extent }: Spoken, { extent: left, cut }: Piece, below: Spoken[]): Difference {
  const slab = cut === 'all' ? extent : { ...extent, [cut]: left[cut] };
  const smaller = below.some((other) => overlap(slab, other.extent))
    ? DIMENSIONS.filter((name) => name !== cut && !isNothing(without(extent[name], left[name])))
    : [];
  const within = smaller.map((dimension) => ({ dimension, values: valuesOf(dimension, left[dimension]) }));
  const values = cut === 'all' ? [] : valuesOf(cut, left[cut]);
  return { kind: 'lost', clause: clause.id, dimension: cut, values, ...(within.length > 0 ? { within } : {}) };
}

interface Meeting {
  above: Spoken;
  /** The most that the clause above lets happen here within the days of the one below, by the weekday they begin on. */
  most: number[];
}

/**
 * Can what the floor permits come to more than a limit below lets through? All clauses above that reach into the clause
 * below can be used up in the same days, each for itself, so what they permit there adds up.
 */
function limits(above: Spoken[], below: Spoken[]): Difference[] {
  if (below.every(({ clause }) => !clause.howMuch)) return [];
  const worlds = worldsOf([...above, ...below].map(({ extent }) => extent));
  return below.flatMap(({ clause: { howMuch }, extent }) => {
    if (!howMuch) return [];
    const meetings = above.flatMap((one) => meetingOf(one, extent, howMuch));
    return worlds
      .filter((world) => world.has(extent))
      .map((world) => meetings.filter((one) => world.has(one.above.extent)))
      .flatMap((here) => excessOf(here, howMuch));
  });
}

/** The clauses that alone are too much for the limit; where none is, all that are so together. */
function excessOf(meetings: Meeting[], limit: HowMuch): Difference[] {
  const fits = (some: Meeting[]) => sums(some).every((sum) => sum <= limit.times);
  if (fits(meetings)) return [];
  const alone = meetings.filter((one) => !fits([one]));
  return alone.length > 0 ? alone.map((one) => lessOf([one], limit)) : [lessOf(meetings, limit)];
}

function meetingOf(above: Spoken, below: Extent, { days }: HowMuch): Meeting[] {
  const shared = overlap(above.extent, below);
  if (!shared) return [];
  const { howMuch } = above.clause;
  const open = openDays(shared.when);
  const starts = [0, 1, 2, 3, 4, 5, 6];
  return [{ above, most: starts.map((start) => (howMuch ? mostWithin(days, howMuch, { open, start }) : Infinity)) }];
}

const sums = (meetings: Meeting[]): number[] =>
  [0, 1, 2, 3, 4, 5, 6].map((start) => meetings.reduce((sum, { most }) => sum + most[start]!, 0));

function lessOf([first, ...others]: Meeting[], asked: HowMuch): Difference {
  const { id, howMuch } = first!.above.clause;
  const together = others.map(({ above }) => above.clause.id);
  return {
    ...{ kind: 'less', clause: id, dimension: 'how-much', values: [], asked },
    ...(howMuch ? { floor: howMuch } : {}),
    ...(together.length > 0 ? { together } : {}),
  };
}

function distinct(all: Difference[]): Difference[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
