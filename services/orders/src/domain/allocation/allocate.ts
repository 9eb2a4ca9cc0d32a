import { hashText } from '@baogong/kernel';

export type Request = { orderId: string; householdId: string; lines: { offerId: string; quantity: number }[] };
export type Supply = Record<string, number>;
export type GrantedRequest = {
  orderId: string;
  householdId: string;
  lines: { offerId: string; requested: number; granted: number }[];
};

/**
 * Max-min per household and offer: everyone gets a first piece before anyone gets a second. The pieces that do not
 * reach everyone go one by one by rank, and the rank is a hash of seed and household: nobody's arrival counts.
 */
export function allocate(requests: Request[], counted: Supply, seed: string): GrantedRequest[] {
  const rankOf = new Map(requests.map(({ householdId }) => [householdId, hashText(seed, householdId)]));
  const ranked = [...requests].sort((a, b) => compare(rankOf.get(a.householdId)!, rankOf.get(b.householdId)!));
  const offers = [...new Set(requests.flatMap(({ lines }) => lines.map(({ offerId }) => offerId)))];
  const granted = new Map(
    offers.map((offerId) => [offerId, shareOut(wishesFor(offerId, ranked), counted[offerId] ?? 0)]),
  );
  return [...requests]
    .sort((a, b) => compare(a.orderId, b.orderId))
    .map(({ orderId, householdId, lines }) => ({
      orderId,
      householdId,
      lines: lines.map(({ offerId, quantity }) => ({
        offerId,
        requested: quantity,
        granted: granted.get(offerId)!.get(householdId)!,
      })),
    }));
}

/** Changes with any request and with nothing else; the order of the list does not matter. */
export function hashRequests(requests: Request[]): string {
  const rows = requests.flatMap(({ orderId, householdId, lines }) =>
    lines.map(({ offerId, quantity }) => `${householdId}|${orderId}|${offerId}|${quantity}`),
  );
  return hashText(...rows.sort());
}

export function hashResult(result: GrantedRequest[]): string {
  const rows = result.flatMap(({ orderId, householdId, lines }) =>
    lines.map(({ offerId, requested, granted }) => `${householdId}|${orderId}|${offerId}|${requested}|${granted}`),
  );
  return hashText(...rows.sort());
}

export function demandOf(requests: Request[]): Supply {
  return sumBy(requests.flatMap(({ lines }) => lines.map(({ offerId, quantity }) => [offerId, quantity] as const)));
}

export function grantedOf(result: GrantedRequest[]): Supply {
  return sumBy(result.flatMap(({ lines }) => lines.map(({ offerId, granted }) => [offerId, granted] as const)));
}

type Wish = { householdId: string; quantity: number };

function wishesFor(offerId: string, ranked: Request[]): Wish[] {
  return ranked.flatMap(({ householdId, lines }) => {
    const line = lines.find((candidate) => candidate.offerId === offerId);
    return line ? [{ householdId, quantity: line.quantity }] : [];
  });
}

function shareOut(wishes: Wish[], counted: number): Map<string, number> {
  const level = levelReaching(wishes, counted);
  let rest = counted - reachedBy(wishes, level);
  return new Map(
    wishes.map(({ householdId, quantity }) => {
      const extra = quantity > level && rest > 0 ? 1 : 0;
      rest -= extra;
      return [householdId, Math.min(quantity, level) + extra];
    }),
  );
}

/** The highest number of pieces that every household which wants so many can have. */
function levelReaching(wishes: Wish[], counted: number): number {
  let low = 0;
  let high = Math.max(0, ...wishes.map(({ quantity }) => quantity));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (reachedBy(wishes, middle) <= counted) low = middle;
    else high = middle - 1;
  }
  return low;
}

const reachedBy = (wishes: Wish[], level: number): number =>
  wishes.reduce((sum, { quantity }) => sum + Math.min(quantity, level), 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sumBy(pairs: (readonly [string, number])[]): Supply {
  const sums: Supply = {};
  for (const [offerId, pieces] of pairs) sums[offerId] = (sums[offerId] ?? 0) + pieces;
  return sums;
}
