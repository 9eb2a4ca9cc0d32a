import { createHash } from 'node:crypto';

/**
 * Written anew from the design, sharing no code with the service: a piece to each who still wants one, round by round;
 * what does not reach everyone goes by the hash of seed and household.
 */
export function shareOut(wishes: Map<string, number>, supply: number, seed: string): Map<string, number> {
  const got = new Map([...wishes.keys()].map((household) => [household, 0]));
  const ranked = [...wishes.keys()].sort((a, b) => (rank(seed, a) < rank(seed, b) ? -1 : 1));
  for (let left = supply, given = -1; left > 0 && given !== 0;) {
    given = 0;
    for (const household of ranked.filter((each) => got.get(each)! < wishes.get(each)!)) {
      if (left === 0) break;
      got.set(household, got.get(household)! + 1);
      left -= 1;
      given += 1;
    }
  }
  return got;
}

const rank = (seed: string, household: string): string =>
  createHash('sha256').update(`${seed.length}:${seed}${household.length}:${household}`).digest('hex');
