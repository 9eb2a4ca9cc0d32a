import type { Territory } from '@baogong/kernel';
import { rowsOf } from '../../application/reading.js';
import type { Runtime } from '../../application/runtime.js';
import type { RoundListed } from './rounds.answers.js';

export type RoundsAsked = { territory: Territory; before?: [string, string]; limit: number };

/** The latest first. */
export function roundsOf(runtime: Runtime, { territory, before, limit }: RoundsAsked): Promise<RoundListed[]> {
  return rowsOf<RoundListed>(
    runtime,
    `select round_id as id, territory, status, opened_by as "openedBy", opens_at as "opensAt", closes_at as "closesAt",
       items, closed_at as "closedAt", orders
     from orders.round
     where (community = $1 or starts_with(community, $1 || '/'))
       and ($2::text is null or (opens_at, round_id) < ($2, $3))
     order by opens_at desc, round_id desc limit $4`,
    [territory, before?.[0] ?? null, before?.[1] ?? null, limit],
  );
}
